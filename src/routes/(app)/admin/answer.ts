// What came back from one of a page's forms, for the part it belongs to.

export interface Answer {
	about: string;
	message?: string;
	done?: true;
	token?: string | null;
}

/** The problem of the form named `about`, or undefined. */
export function findProblem(answer: Answer | null, about: string): string | undefined {
	return answer?.about === about ? answer.message : undefined;
}
