/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/output.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

static int out_failed(int err)
{
	if (err != -EPIPE)
		cli_say("cannot write to standard output: %s", strerror(-err));
	return CLI_FAILED;
}

static int out(const char *bytes, size_t len)
{
	int r = lw_write_all(STDOUT_FILENO, bytes, len);

	return r < 0 ? out_failed(r) : CLI_DONE;
}

int cli_out(const struct lw_str *text)
{
	return lw_str_bad(text) ? cli_memory() : out(lw_str_text(text), text->len);
}

int cli_out_bytes(const char *text, size_t len)
{
	return out(text, len);
}

int cli_out_text(const char *text)
{
	return out(text, strlen(text));
}

int cli_say_lines(const struct lw_str *text)
{
	if (lw_str_bad(text))
		return cli_memory();
	(void)lw_write_all(STDERR_FILENO, lw_str_text(text), text->len);
	return CLI_DONE;
}

/* A pipe that takes anything takes so much (PIPE_BUF); the rest of a longer line is cut off. */
#define AT_ONCE 4096

static bool takes(int wait_ms)
{
	struct pollfd fd = { .fd = STDERR_FILENO, .events = POLLOUT };
	int r;

	do {
		r = poll(&fd, 1, wait_ms);
	} while (r < 0 && errno == EINTR);
	return r != 0;
}

void cli_say_at_once(const struct lw_str *text)
{
	static _Atomic unsigned lost;
	char note[64];
	unsigned before;

	/* Who did not read before is not waited for again. */
	if (lw_str_bad(text) || !takes(lost ? 0 : 1000)) {
		lost++;
		return;
	}
	before = atomic_exchange(&lost, 0);
	if (before) {
		int len =
			snprintf(note, sizeof(note), "lunward: %u lines were lost here\n", before);

		(void)lw_write_all(STDERR_FILENO, note, (size_t)len);
		if (!takes(0)) {
			lost++;
			return;
		}
	}
	(void)lw_write_all(STDERR_FILENO, lw_str_text(text),
			   text->len < AT_ONCE ? text->len : AT_ONCE);
}

static void add_line(struct lw_str *line, const struct lw_str *text)
{
	/* One line, whatever names are in it. */
	lw_str_add(line, "lunward: ");
	lw_str_add_shown(line, lw_str_text(text), text->len);
	lw_str_add_char(line, '\n');
}

void cli_say(const char *format, ...)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT, line = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&text, format, args);
	va_end(args);
	add_line(&line, &text);
	if (lw_str_bad(&text))
		(void)cli_memory();
	else
		(void)cli_say_lines(&line);
}

int cli_memory(void)
{
	static const char text[] = "lunward: memory is short\n";

	(void)lw_write_all(STDERR_FILENO, text, sizeof(text) - 1);
	return CLI_FAILED;
}

/* A full network file system may say so only now. */
int cli_out_close(int code)
{
	if (close(STDOUT_FILENO) < 0 && errno != EBADF && errno != EINTR)
		return out_failed(-errno);
	return code;
}

bool cli_colour(const struct cli_args *args, int fd)
{
	const char *when = args->value[CLI_OPT_COLOR];
	const char *none = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	if (when && strcmp(when, "auto") != 0)
		return !strcmp(when, "always");
	if (none && *none)
		return false;
	return isatty(fd) && terminal && *terminal && strcmp(terminal, "dumb") != 0;
}

bool cli_json(const struct cli_args *args)
{
	const char *form = args->value[CLI_OPT_OUTPUT];

	return form && !strcmp(form, "json");
}

void cli_time_add(int64_t when, struct lw_str *out)
{
	time_t t = (time_t)when;
	struct tm tm;
	char text[32];

	if (localtime_r(&t, &tm) && strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", &tm))
		lw_str_add(out, text);
}
