// A disk with no room for one more edit: a tablespace on a tiny filesystem where one can be mounted, else a trigger that
// answers as Postgres does when the disk is full.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import type { Cluster } from '../postgres.ts';

export interface FullDisk {
	/** How it is done, for the test's own words. */
	readonly way: 'a full filesystem' | 'a trigger';
	fill(): Promise<void>;
	free(): Promise<void>;
	remove(): Promise<void>;
}

const SIZE_KB = 1024;

/** Puts the log's table on a small disk of its own. The cluster's database must hold the product's tables already. */
export async function makeFullDisk(cluster: Cluster): Promise<FullDisk> {
	const sql = postgres(cluster.url, { max: 1, onnotice: () => undefined });
	const folder = mountTiny(cluster);
	if (!folder) return byTrigger(sql);
	await sql.unsafe(`create tablespace tiny location '${path.join(folder, 'space')}'`);
	await sql`alter table board_update set tablespace tiny`;
	const ballast = path.join(folder, 'ballast');
	return {
		way: 'a full filesystem',
		async fill() {
			// What the table's last page has room for would still fit: the row that is asked for is larger than a page.
			for (let size = SIZE_KB * 1024; size >= 4096; size >>= 1)
				tryToWrite(`${ballast}-${size}`, size);
		},
		async free() {
			for (let size = SIZE_KB * 1024; size >= 4096; size >>= 1)
				rmSync(`${ballast}-${size}`, { force: true });
		},
		async remove() {
			await sql.end();
			await cluster.stop('immediate');
			execFileSync('umount', ['-l', folder]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function byTrigger(sql: postgres.Sql): FullDisk {
	return {
		way: 'a trigger',
		async fill() {
			await sql`create function refuse_growth() returns trigger language plpgsql as $$
				begin
					raise exception 'could not extend file: No space left on device' using errcode = '53100';
				end $$`;
			await sql`create trigger full_disk before insert on board_update
				for each row execute function refuse_growth()`;
		},
		async free() {
			await sql`drop trigger full_disk on board_update`;
		},
		remove: () => sql.end()
	};
}

/** Returns the folder, or undefined where mounting is not ours to do. */
function mountTiny(cluster: Cluster): string | undefined {
	if (process.getuid?.() !== 0 || process.platform !== 'linux') return undefined;
	const folder = mkdtempSync('/tmp/plimsoll-tiny-');
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_KB}k`, 'tmpfs', folder], {
			stdio: 'ignore'
		});
	} catch {
		rmSync(folder, { recursive: true, force: true });
		return undefined;
	}
	const { uid, gid } = statSync(cluster.dataDir);
	execFileSync('mkdir', [path.join(folder, 'space')]);
	chownSync(folder, uid, gid);
	chownSync(path.join(folder, 'space'), uid, gid);
	return folder;
}

/** Takes the space if there is so much left. */
function tryToWrite(file: string, size: number): void {
	try {
		writeFileSync(file, Buffer.alloc(size, 1));
	} catch {
		unlinkSync(file);
	}
}
