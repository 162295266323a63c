/** The theme a person chose: light, dark, or what the device says. Kept in a cookie, so the first
 * paint is right without a script. Refuses values it does not know by answering 'system'. */

export type Theme = 'light' | 'dark' | 'system';

export const THEME_COOKIE = 'plimsoll_theme';

const YEAR_SECONDS = 31_536_000;

/** The theme a cookie's value names; anything unknown is 'system'. */
export function readTheme(cookie: string | null | undefined): Theme {
	return cookie === 'light' || cookie === 'dark' ? cookie : 'system';
}

/** The theme after this one when a key or button steps through them. */
export function nextTheme(theme: Theme): Theme {
	if (theme === 'system') return 'light';
	return theme === 'light' ? 'dark' : 'system';
}

/** Puts the chosen theme on the page and into the cookie. Browser only. */
export function applyTheme(theme: Theme, page: Document = document): void {
	page.documentElement.dataset['theme'] = theme;
	const secure = page.location.protocol === 'https:' ? '; Secure' : '';
	page.cookie = `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
