// What the linter asks of every file. There are no exceptions in place: comments cannot switch a rule off.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import kit from './svelte.config.js';

// Where a forgotten promise costs an edit, the linter reads types as well; elsewhere that would only cost time.
const promiseRooms = ['server/**/*.ts', 'src/lib/sync/**/*.ts'];

export default defineConfig(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'data/',
			'.cache/',
			'test-results/',
			'drizzle/',
			'tests/bench/results/'
		]
	},
	{ linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-promise-executor-return': 'off',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ prefer: 'type-imports', fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }
			],
			// `import { type A }` would still load the file.
			'@typescript-eslint/no-import-type-side-effects': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'@typescript-eslint/no-invalid-void-type': 'off',
			// The compiler already makes every index an `undefined`; where a loop's bounds prove it is not, `!` says so.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-extraneous-class': 'off',
			// The product is served from the root of its host.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig: kit }
		}
	},
	{
		files: promiseRooms,
		ignores: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': [
				'error',
				{ checksVoidReturn: { arguments: false } }
			],
			'@typescript-eslint/await-thenable': 'error'
		}
	},
	{
		files: ['scripts/**', 'tests/**', '**/*.test.ts', 'server/main.ts', '*.config.*'],
		rules: { 'no-console': 'off' }
	}
);
