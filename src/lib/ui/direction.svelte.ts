/** Whether the page reads right to left, followed as the document's `dir` changes. */

let isRtl = $state(false);

if (typeof document !== 'undefined') {
	const read = () => (isRtl = document.documentElement.dir === 'rtl');
	read();
	new MutationObserver(read).observe(document.documentElement, { attributeFilter: ['dir'] });
}

export const direction = {
	get isRtl(): boolean {
		return isRtl;
	}
};
