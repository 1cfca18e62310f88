/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What went wrong, in words a person can act on.
 *
 * Two shapes. A function that can fail once returns 0 or a negative errno and fills a struct lw_error. A function that can
 * find many mistakes (a parser, a check) adds each to a struct lw_report and fails once at the end, so that one look shows
 * them all. Nothing in the library prints.
 */
#ifndef LUNWARD_ERROR_H
#define LUNWARD_ERROR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define LW_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define LW_PUBLIC __attribute__((visibility("default")))
#else
#define LW_PRINTF(fmt, args)
#define LW_PUBLIC
#endif

/** The stable symbolic codes; their names (lw_code_name()) appear in -o json and never change their meaning. */
enum lw_code {
	LW_CODE_NONE,	     /* no error */
	LW_CODE_INTERNAL,    /* a bug of ours, or a resource that ran out */
	LW_CODE_MEMORY,	     /* an allocation failed */
	LW_CODE_SYNTAX,	     /* text that the language does not allow */
	LW_CODE_INVALID,     /* legal text, impossible meaning: value, name, reference */
	LW_CODE_UNKNOWN,     /* a name nobody knows: attribute, command, format */
	LW_CODE_CONFLICT,    /* two declarations that exclude each other */
	LW_CODE_MISSING,     /* something referred to is not there */
	LW_CODE_UNSUPPORTED, /* the kernel interface cannot express it */
	LW_CODE_DANGEROUS,   /* legal, but known to damage the kernel or to stop I/O */
	LW_CODE_LIMIT,	     /* longer, deeper or more than we accept */
	LW_CODE_IO,	     /* a file could not be read or written */
	LW_CODE_ACCESS,	     /* permission denied */
	LW_CODE_AUTH,	     /* authentication failed */
	LW_CODE_BUSY,	     /* somebody uses it */
	LW_CODE_GONE,	     /* it vanished while we worked */
	LW_CODE_PARTIAL,     /* done, but not all of it */
	LW_CODE_COUNT_
};

/** lw_code_name() - the stable name of a code ("CONFLICT"); "INTERNAL" for a number that is none. Since 0.1. */
LW_PUBLIC const char *lw_code_name(enum lw_code code);

enum lw_severity {
	LW_NOTE,    /* worth knowing, changes nothing */
	LW_WARNING, /* accepted, but probably not what was meant */
	LW_ERROR    /* refused */
};

/**
 * struct lw_error - one failure. Caller's storage: start with LW_ERROR_INIT; no function frees anything.
 * @size:    size of the struct as the caller compiled it; set by LW_ERROR_INIT
 * @err:     negative errno; 0 while nothing failed
 * @code:    stable symbolic code
 * @message: what was attempted, on what, and why it failed; a text that did not fit ends in "..."
 * @object:  path of the object concerned ("targets/iscsi/iqn.../luns/0", a file name); may be empty
 * @hint:    what to do next; may be empty
 */
struct lw_error {
	size_t size;
	int err;
	enum lw_code code;
	char message[512];
	char object[256];
	char hint[256];
};
#define LW_ERROR_INIT \
	{ \
		sizeof(struct lw_error), 0, LW_CODE_NONE, "", "", "" \
	}

/**
 * lw_error_set() - fill an error.
 * @error: may be NULL: nothing is stored
 * @err:   negative errno; returned unchanged, so that "return lw_error_set(...)" reads well
 *
 * Replaces what was there. Since 0.1.
 */
LW_PUBLIC int lw_error_set(struct lw_error *error, int err, enum lw_code code, const char *format,
			   ...) LW_PRINTF(4, 5);

/** lw_error_prefix() - put what the caller alone knows in front: "<text>: <message>". Returns @err. Since 0.1. */
LW_PUBLIC int lw_error_prefix(struct lw_error *error, int err, const char *format, ...)
	LW_PRINTF(3, 4);

/** lw_error_object() - name the object that the error is about. Since 0.1. */
LW_PUBLIC void lw_error_object(struct lw_error *error, const char *object);

/** lw_error_hint() - say what to do next. Since 0.1. */
LW_PUBLIC void lw_error_hint(struct lw_error *error, const char *format, ...) LW_PRINTF(2, 3);

/* A list of problems, each with its place in a text. */
struct lw_report;

/**
 * struct lw_problem - one entry of a report; start with LW_PROBLEM_INIT. The strings belong to the report.
 * @line, @column: from 1, columns in bytes; 0 when the problem has no place in a text
 * @file:          name of the text, NULL when there is none
 * @object:        path of the object concerned, NULL when there is none
 */
struct lw_problem {
	size_t size;
	enum lw_severity severity;
	enum lw_code code;
	const char *file;
	uint32_t line;
	uint32_t column;
	const char *object;
	const char *message;
	const char *hint;
};
#define LW_PROBLEM_INIT \
	{ \
		sizeof(struct lw_problem), LW_ERROR, LW_CODE_NONE, NULL, 0, 0, NULL, NULL, NULL \
	}

/** lw_report_new() - an empty report; NULL when memory is short. Freed by lw_report_free(). Since 0.1. */
LW_PUBLIC struct lw_report *lw_report_new(void);

/** lw_report_free() - free a report and all texts in it; NULL is fine. Since 0.1. */
LW_PUBLIC void lw_report_free(struct lw_report *report);

/**
 * lw_report_add() - add one problem; the strings are copied, @problem->message is formatted by the caller.
 *
 * A report keeps the first LW_REPORT_MAX problems of each severity and counts the rest. When memory is short the problem is
 * still counted and lw_report_lost() tells. A NULL report swallows everything, a NULL problem is none. Since 0.1.
 */
LW_PUBLIC void lw_report_add(struct lw_report *report, const struct lw_problem *problem);
#define LW_REPORT_MAX 1000

/** lw_report_count() - how many problems of this severity were added, kept or not. Since 0.1. */
LW_PUBLIC size_t lw_report_count(const struct lw_report *report, enum lw_severity severity);

/** lw_report_lost() - how many of all problems could not be kept. Since 0.1. */
LW_PUBLIC size_t lw_report_lost(const struct lw_report *report);

/** lw_report_size() - how many problems are kept, of all severities together. Since 0.1. */
LW_PUBLIC size_t lw_report_size(const struct lw_report *report);

/** lw_report_sort() - order by file (as first seen), place, then order of arrival. Since 0.1. */
LW_PUBLIC void lw_report_sort(struct lw_report *report);

/** lw_report_get() - the n-th problem, borrowed until the report changes; NULL past the end. Since 0.1. */
LW_PUBLIC const struct lw_problem *lw_report_get(const struct lw_report *report, size_t n);

#ifdef __cplusplus
}
#endif
#endif
