// For `npx drizzle-kit generate --config drizzle/drizzle.config.ts`, after a change of server/db/schema.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: './server/db/schema.ts',
	out: './drizzle'
});
