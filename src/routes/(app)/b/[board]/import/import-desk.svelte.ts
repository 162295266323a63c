// The state of the import page: the file, what the server says of it, what was chosen, how far an import is. Talks to
// the server; keeps nothing when the page is left, because the server has it.
import type { ImportCheck, ImportChoices, ImportProgress } from '#lib/model/import.ts';
import { importLimits } from '#lib/model/import.ts';
import { addressOf, askServer } from './ask-server.ts';

const POLL_MS = 400;
const MEGABYTE = 1024 * 1024;

export class ImportDesk {
	readonly board: string;
	check = $state.raw<ImportCheck | null>(null);
	progress = $state.raw<ImportProgress | null>(null);
	past = $state.raw<readonly ImportProgress[]>([]);
	/** Why the last thing asked for was not done; '' when it was. */
	problem = $state('');
	isReading = $state(false);
	isChecking = $state(false);
	#asked = 0;
	#looking = Promise.resolve();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(board: string) {
		this.board = board;
	}

	/** Sends a file; what it seems to be is then in `check`. */
	async take(file: Blob, name: string): Promise<void> {
		if (file.size > importLimits.bytes) {
			this.problem = `${name} has ${(file.size / MEGABYTE).toFixed(1)} MB; at most ${importLimits.bytes / MEGABYTE} MB are read. Split it, or leave out columns nobody needs.`;
			return;
		}
		this.isReading = true;
		this.progress = null;
		const answer = await askServer<ImportCheck>(
			`${addressOf(this.board)}?name=${encodeURIComponent(name)}`,
			{
				...{ method: 'POST', body: file },
				headers: { 'content-type': 'application/octet-stream' }
			}
		);
		this.isReading = false;
		this.problem = answer.ok ? '' : answer.message;
		this.check = answer.ok ? answer.value : null;
	}

	/** Looks again with other choices. What is asked last is what is shown. */
	choose(change: Partial<ImportChoices>): Promise<void> {
		return (this.#looking = this.#look(change));
	}

	async #look(change: Partial<ImportChoices>): Promise<void> {
		const before = this.check;
		if (!before) return;
		const choices = { ...before.choices, ...change };
		this.check = { ...before, choices };
		const isNewTable = 'shape' in change || 'sheet' in change || 'headerRow' in change;
		const mine = ++this.#asked;
		this.isChecking = true;
		const answer = await this.#post<ImportCheck>(isNewTable ? 'reguess' : 'check', choices);
		if (mine !== this.#asked) return;
		this.isChecking = false;
		this.problem = answer.ok ? '' : answer.message;
		if (answer.ok) this.check = answer.value;
	}

	/** Imports what was chosen last; a press that leaves a field waits for what the server says of it. */
	async start(): Promise<void> {
		await this.#looking;
		if (!this.check || this.check.obstacle !== '') return;
		const answer = await this.#post<ImportProgress>('start', this.check.choices);
		this.#follow(answer);
	}

	async undo(batch: string): Promise<void> {
		const answer = await askServer<ImportProgress>(`${addressOf(this.board)}/${batch}`, {
			...{ method: 'POST', body: JSON.stringify({ do: 'undo' }) }
		});
		this.#follow(answer);
	}

	/** The address of every remark of the dry run, as a file the browser saves. */
	async saveRemarks(): Promise<void> {
		if (!this.check) return;
		const { batch, choices } = this.check;
		const response = await fetch(`${addressOf(this.board)}/${batch}`, {
			...{ method: 'POST', body: JSON.stringify({ do: 'remarks', choices }) }
		}).catch(() => null);
		if (!response?.ok) {
			this.problem = 'The list could not be made. Try again.';
			return;
		}
		const link = document.createElement('a');
		link.href = URL.createObjectURL(await response.blob());
		link.download = 'import-remarks.csv';
		link.click();
		URL.revokeObjectURL(link.href);
	}

	async listPast(): Promise<void> {
		const answer = await askServer<ImportProgress[]>(addressOf(this.board));
		if (answer.ok) this.past = answer.value;
	}

	/** Forgets the file, for another one. */
	reset(): void {
		this.#asked++;
		this.check = null;
		this.progress = null;
		this.problem = '';
		this.isChecking = false;
	}

	destroy(): void {
		clearTimeout(this.#timer);
	}

	#post<T>(what: string, choices: ImportChoices): ReturnType<typeof askServer<T>> {
		return askServer<T>(`${addressOf(this.board)}/${this.check?.batch ?? ''}`, {
			...{ method: 'POST', body: JSON.stringify({ do: what, choices }) }
		});
	}

	#follow(answer: { ok: true; value: ImportProgress } | { ok: false; message: string }): void {
		this.problem = answer.ok ? '' : answer.message;
		if (!answer.ok) return;
		this.progress = answer.value;
		const { state, batch } = answer.value;
		if (state !== 'running' && state !== 'undoing') return void this.listPast();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(async () => {
			this.#follow(await askServer<ImportProgress>(`${addressOf(this.board)}/${batch}`));
		}, POLL_MS);
	}
}
