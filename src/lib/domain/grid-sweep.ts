// The bookings of a row all at once, for a grid that is laid anew. One that takes alike of every working day is a step up
// where it begins and a step down where it ends, however long it is; adding up the steps then gives each day its minutes.
import { at } from './booking-table.ts';
import { weekdayOfNumber } from './days.ts';
import { alikeMinutes, alikeRest, isPositive, PER_DAY, PERCENT, TOTAL } from './expand.ts';
import type { Hours } from './expand.ts';
import { WHOLE_BP } from './utilisation.ts';

/** What steps add up to: cells of a row. */
export interface SweptCells {
	confirmed: Int32Array;
	tentative: Int32Array;
	weighted: Float64Array;
}

export class RowSweep {
	readonly days: number;
	/** Net minutes before a column, and days that have gross ones and net ones. */
	readonly #minutes: Int32Array;
	readonly #grossDays: Int32Array;
	readonly #workDays: Int32Array;
	/** The columns of the days with net minutes: the row's working days. The rest counts in places of these. */
	readonly #columns: Int32Array;
	#working = 0;
	/** The most net minutes of a day. */
	#most = 0;
	/** Where the working days at a place and after it have more, or less, than those before. */
	readonly #confirmed: Int32Array;
	readonly #tentative: Int32Array;
	readonly #weighted: Float64Array;
	#hasTentative = false;

	constructor(days: number) {
		const whole = (): Int32Array => new Int32Array(days + 1);
		this.days = days;
		this.#minutes = whole();
		this.#grossDays = whole();
		this.#workDays = whole();
		this.#columns = whole();
		this.#confirmed = whole();
		this.#tentative = whole();
		this.#weighted = new Float64Array(days + 1);
	}

	/** Begins with a row whose hours are at `start` on. */
	begin({ gross, net }: Hours, start: number): void {
		const [minutes, grossDays, workDays] = [this.#minutes, this.#grossDays, this.#workDays];
		const { days } = this;
		const columns = this.#columns;
		let sum = 0;
		let present = 0;
		let working = 0;
		let most = 0;
		for (let i = 0; i < days; i++) {
			const own = net[start + i]!;
			columns[working] = i;
			sum += own;
			present += isPositive(gross[start + i]!);
			working += isPositive(own);
			most = Math.max(most, own);
			minutes[i + 1] = sum;
			grossDays[i + 1] = present;
			workDays[i + 1] = working;
		}
		this.#working = working;
		this.#most = most;
	}

	/**
	 * C-7 to C-9: takes the booking of a record, all of which lies within the grid, from this column on; `firstDay` is the
	 * number of the grid's first day. False, and nothing is taken, where its working days are not alike, or there is none,
	 * and for work elsewhere.
	 */
	take(records: Int32Array, r: number, column: number, firstDay: number): boolean {
		const kind = records[r + at.kind]!;
		const amount = records[r + at.amount]!;
		const end = column + records[r + at.days]!;
		const from = this.#workDays[column]!;
		const to = this.#workDays[end]!;
		if (from === to || records[r + at.elsewhere] === 1) return false;
		const probability = records[r + at.probabilityBp]!;
		if (kind === PER_DAY) {
			if (this.#grossDays[end]! - this.#grossDays[column]! !== to - from) return false;
			this.#step(from, to, amount, probability);
			return true;
		}
		const most = this.#most;
		if (this.#minutes[end]! - this.#minutes[column]! !== most * (to - from)) return false;
		if (kind === TOTAL) this.#share(amount, 0, from, to, probability);
		else if (kind !== PERCENT) return false;
		else if ((amount * most) % WHOLE_BP === 0)
			// No week has anything left over.
			this.#step(from, to, (amount * most) / WHOLE_BP, probability);
		else
			for (let day = column, week = 8 - weekdayOfNumber(firstDay + column); day < end; week = 7) {
				const next = Math.min(end, day + week);
				this.#share(amount, WHOLE_BP, this.#workDays[day]!, this.#workDays[next]!, probability);
				day = next;
			}
		return true;
	}

	/** Adds what was taken into the row's cells, and is ready for the next row. */
	end({ confirmed, tentative, weighted }: SweptCells, start: number): void {
		const [columns, working, steps] = [this.#columns, this.#working, this.#confirmed];
		let own = 0;
		for (let i = 0; i < working; i++) {
			own += steps[i]!;
			confirmed[start + columns[i]!]! += own;
		}
		steps.fill(0);
		if (!this.#hasTentative) return;
		const [tentativeSteps, weightedSteps] = [this.#tentative, this.#weighted];
		own = 0;
		let weight = 0;
		for (let i = 0; i < working; i++) {
			const cell = start + columns[i]!;
			own += tentativeSteps[i]!;
			weight += weightedSteps[i]!;
			tentative[cell]! += own;
			weighted[cell]! += weight;
		}
		tentativeSteps.fill(0);
		weightedSteps.fill(0);
		this.#hasTentative = false;
	}

	#share(part: number, whole: number, from: number, to: number, probability: number): void {
		if (from === to) return;
		const each = alikeMinutes(part, whole, this.#most, to - from);
		const rest = alikeRest(part, whole, this.#most, to - from, each);
		this.#step(from, to, each, probability);
		if (rest > 0) this.#step(from, from + rest, 1, probability);
	}

	/** So many minutes more from one working day to before another. */
	#step(from: number, to: number, minutes: number, probability: number): void {
		if (probability < 0) {
			this.#confirmed[from]! += minutes;
			this.#confirmed[to]! -= minutes;
			return;
		}
		this.#tentative[from]! += minutes;
		this.#tentative[to]! -= minutes;
		this.#weighted[from]! += minutes * probability;
		this.#weighted[to]! -= minutes * probability;
		this.#hasTentative = true;
	}
}
