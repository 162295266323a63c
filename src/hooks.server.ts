// Every request passes here: foreign origins are turned away, the session is read, the theme is painted and the
// answer gets the headers that keep it out of frames and out of other sites' reach. An outage of storage is a 503 in
// words, whatever was asked: the service worker then opens a board from its copy.
import { json, text, type Handle, type HandleServerError, type RequestEvent } from '@sveltejs/kit';
import { services } from '#server/services.ts';

// The cookie as lib/ui/theme.ts names it, the placeholder as app.html does; a page's server may not reach into ui.
const THEME_COOKIE = 'plimsoll_theme';
const THEME_PLACEHOLDER = '%plimsoll.theme%';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Pages whose address holds a secret. A plain form on them would send `Origin: null`: they send theirs by script. */
const secretPaths = /^\/invite(\/|$)/;

export const handle: Handle = async ({ event, resolve }) => {
	if (
		!reading.has(event.request.method) &&
		event.request.headers.get('origin') !== event.url.origin
	)
		return secure(
			event,
			json(
				{ message: 'Requests that change something must come from this site (Origin header).' },
				{ status: 403 }
			)
		);
	preferPages(event.request);
	try {
		await recognise(event);
	} catch (error) {
		const message = describe(event, error);
		return secure(event, fail(event, event.locals.isOutage ? 503 : 500, message));
	}
	const chosen = event.cookies.get(THEME_COOKIE);
	const theme = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace(THEME_PLACEHOLDER, theme)
	});
	const isOutage = event.locals.isOutage === true && response.status === 500;
	return secure(
		event,
		isOutage ? new Response(response.body, { status: 503, headers: response.headers }) : response
	);
};

export const handleError: HandleServerError = ({ error, event, status, message }) => ({
	message: status < 500 ? message : describe(event, error)
});

/** Logs what broke, notes on the request whether storage is away, and returns the sentence for who asked. */
function describe(event: RequestEvent, error: unknown): string {
	const { explain, log } = services();
	const outage = explain(error);
	event.locals.isOutage = outage !== undefined;
	log.error({ method: event.request.method, path: event.route.id, err: error }, 'a request failed');
	return outage ?? 'Something went wrong on the server. Try again; if it stays, tell who runs it.';
}

/** The sentence as the page, its script or a form sent by script can show it. */
function fail({ request }: RequestEvent, status: number, message: string): Response {
	if (request.headers.get('accept')?.includes('text/html')) return text(message, { status });
	return json({ message, type: 'error', error: { message } }, { status });
}

/** A form that is sent by a script without a word about JSON gets what a browser gets: a redirect, not Kit's envelope. */
function preferPages({ method, headers }: Request): void {
	const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/;
	if (method !== 'POST' || !isForm.test(headers.get('content-type') ?? '')) return;
	if (!headers.get('accept')?.includes('application/json')) headers.set('accept', 'text/html');
}

/** Reads the session, and hands out its new id where the user's rights have changed. */
async function recognise(event: RequestEvent): Promise<void> {
	const { auth } = services();
	const { headers } = event.request;
	const cookieHeader = headers.get('cookie');
	const userAgent = headers.get('user-agent') ?? '';
	event.locals.visit = { address: findAddress(event), userAgent, cookieHeader };
	const found = cookieHeader === null ? null : await auth.validate(cookieHeader);
	event.locals.user = found?.user ?? null;
	event.locals.session = found?.session ?? null;
	if (!found?.stale || event.isSubRequest) return;
	const cookie = await auth.renew(event.locals.visit);
	if (cookie) event.cookies.set(cookie.name, cookie.value, cookie.attributes);
}

/** The peer's address; a request whose socket has gone away has none. */
function findAddress(event: RequestEvent): string {
	try {
		return event.getClientAddress();
	} catch {
		return '';
	}
}

function secure(event: RequestEvent, response: Response): Response {
	const { headers } = response;
	const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
	headers.set('x-content-type-options', 'nosniff');
	headers.set(
		'referrer-policy',
		secretPaths.test(event.url.pathname) ? 'no-referrer' : 'strict-origin-when-cross-origin'
	);
	headers.set('x-frame-options', 'DENY');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('cross-origin-resource-policy', 'same-origin');
	headers.set(
		'permissions-policy',
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'
	);
	if (event.url.protocol === 'https:')
		headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	if (!headers.has('content-security-policy'))
		headers.set(
			'content-security-policy',
			"default-src 'none'; script-src 'none'; frame-ancestors 'none'; base-uri 'none'"
		);
	if (!headers.has('cache-control'))
		headers.set('cache-control', isPage ? 'private, no-cache' : 'private, no-store');
	return response;
}
