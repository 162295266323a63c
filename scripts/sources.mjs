// Whether a result still belongs to the files it was made from: one hash over their names and bytes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Lists every file under the given files and folders, sorted; what is missing is left out. */
export function listFiles(places) {
	return places
		.filter((place) => existsSync(place))
		.flatMap((place) =>
			statSync(place).isDirectory()
				? readdirSync(place, { recursive: true, withFileTypes: true })
						.filter((entry) => entry.isFile())
						.map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
				: [place]
		)
		.sort();
}

/** Returns a hash of names and contents. */
export function hashFiles(files) {
	const hash = createHash('sha256');
	for (const file of files) {
		const bytes = readFileSync(file);
		hash.update(`${file}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest('hex');
}
