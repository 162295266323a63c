// Addresses of a board with one thing changed: paths with their query, ready for a link. Pure.

/** The address with a query parameter set, or taken out where the value is empty. */
export function withParam(url: URL, name: string, value: string): string {
	const params = new URLSearchParams(url.searchParams);
	if (value) params.set(name, value);
	else params.delete(name);
	return withQuery(url, params);
}

/** The address with another query. */
export function withQuery(url: URL, params: URLSearchParams): string {
	const query = params.toString();
	return query === '' ? url.pathname : `${url.pathname}?${query}`;
}
