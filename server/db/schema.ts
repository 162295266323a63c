// Every table, in families. The migrations in drizzle/ are generated from here.
export * from './schema/organisation.ts';
export * from './schema/board.ts';
export * from './schema/log.ts';
export * from './schema/overview.ts';
export * from './schema/projection.ts';
export * from './schema/views.ts';
