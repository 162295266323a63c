// The pages behind the door: whoever is nobody is sent to log in. Actions ask again, since they run without this.
import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url, untrack }) => {
	if (!locals.user)
		redirect(303, `/login?next=${encodeURIComponent(untrack(() => url.pathname + url.search))}`);
	return { user: locals.user };
};
