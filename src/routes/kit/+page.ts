// The shelf of primitives, for whoever builds a screen. Refuses outside development.
import { dev } from '$app/environment';
import { error } from '@sveltejs/kit';

export const load = () => {
	if (!dev) error(404, 'There is no such page.');
};
