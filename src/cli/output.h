/* SPDX-License-Identifier: Apache-2.0 */
/* Writing, so that what could not be written is noticed. */
#ifndef LW_CLI_OUTPUT_H
#define LW_CLI_OUTPUT_H

#include <stdbool.h>

#include "base/str.h"
#include "cli/option.h"

/**
 * cli_out() - results, to standard output.
 * @text: a string that ran out of memory is a failure, too
 *
 * Returns CLI_DONE or CLI_FAILED, after saying why. A reader that went away is no news: nothing is said then.
 */
int cli_out(const struct lw_str *text);

/* The same for a string from the library. */
int cli_out_bytes(const char *text, size_t len);
int cli_out_text(const char *text);

/* cli_say() - words, to standard error: "lunward: ", the text, a newline. What cannot be written there is lost. */
void cli_say(const char *format, ...) LW_PRINTF(1, 2);

/*
 * cli_say_at_once() - while a kernel is changed, its I/O perhaps paused, nobody waits for who reads standard error: what
 * is not taken within a second is lost, and told as so many lines later. By any thread.
 */
void cli_say_at_once(const struct lw_str *text);

/* cli_say_lines() - several lines, as they are. CLI_DONE; CLI_FAILED when memory was too short for them, which is said. */
int cli_say_lines(const struct lw_str *text);

/* cli_memory() - say that memory is short; returns CLI_FAILED. */
int cli_memory(void);

/* cli_out_close() - see whether all that was written arrived; to be called once, at the end. Returns @code or CLI_FAILED. */
int cli_out_close(int code);

/* cli_file_replace() - puts a text into a file, 0600, in place of what was there. CLI_DONE, or CLI_FAILED after saying why. */
int cli_file_replace(const char *path, const char *text);

/* Whether colours are wanted on this descriptor: --color, else a terminal and no NO_COLOR. */
bool cli_colour(const struct cli_args *args, int fd);

/* Appends a moment, in seconds since 1970, as people read it here. */
void cli_time_add(int64_t when, struct lw_str *out);

/* Whether -o json was given. */
bool cli_json(const struct cli_args *args);

#endif
