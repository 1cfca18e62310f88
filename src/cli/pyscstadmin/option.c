/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "cli/output.h"
#include "cli/pyscstadmin/pyscstadmin.h"

#define NAME "pyscstadmin"

struct py_option {
	const char *name, *other; /* @other: by which it is known as well */
	const char *argument;	  /* as shown; NULL: it takes none */
	const char *words;	  /* the only legal arguments, with blanks between; NULL: any */
	bool number;
	bool whole; /* may not be cut short: it is not that tool's */
	const char *help;
};

/* clang-format off */
static const struct py_option options[PY_OPTION_COUNT_] = {
	[PY_CONFIG] = { .name = "-config", .argument = "FILE",
		.help = "bring SCST into the state of FILE" },
	[PY_CHECK_CONFIG] = { .name = "-check_config", .argument = "FILE",
		.help = "find the mistakes in FILE" },
	[PY_CLEAR_CONFIG] = { .name = "-clear_config",
		.help = "take away all that is configured" },
	[PY_SUSPEND] = { .name = "-suspend", .argument = "N", .number = true,
		.help = "pause all I/O meanwhile; what runs has N seconds to end" },
	[PY_TIMEOUT] = { .name = "-timeout", .argument = "TIMEOUT", .number = true,
		.help = "seconds that one operation may take (60)" },
	[PY_LOG_LEVEL] = { .name = "-log_level", .argument = "LEVEL", .words = "DEBUG INFO WARNING ERROR",
		.help = "DEBUG, INFO, WARNING or ERROR (WARNING)" },
	[PY_ROOT] = { .name = "-root", .argument = "FOLDER", .whole = true,
		.help = "where the kernel tree is (/sys/kernel/scst_tgt)" },
	[PY_STATE] = { .name = "-state", .argument = "FOLDER", .whole = true,
		.help = "where journal and history are (/var/lib/lunward)" },
	[PY_VERSION] = { .name = "-version",
		.help = "print the version" },
	[PY_HELP] = { .name = "--help", .other = "-h",
		.help = "print this" },
};
/* clang-format on */

static void add_usage(struct lw_str *out)
{
	lw_str_add(out, "usage: " NAME);
	for (unsigned i = 0; i < PY_OPTION_COUNT_; i++)
		lw_str_addf(out, " [%s%s%s]", options[i].name, options[i].argument ? " " : "",
			    options[i].argument ? options[i].argument : "");
	lw_str_add_char(out, '\n');
}

int py_help(void)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT, left = LW_STR_INIT;

	add_usage(&out);
	lw_str_add_char(&out, '\n');
	for (unsigned i = 0; i < PY_OPTION_COUNT_; i++) {
		const struct py_option *option = &options[i];

		lw_str_clear(&left);
		lw_str_addf(&left, "%s%s%s%s%s", option->other ? option->other : "",
			    option->other ? ", " : "", option->name, option->argument ? " " : "",
			    option->argument ? option->argument : "");
		lw_str_addf(&out, "  %-20s %s\n", lw_str_text(&left), option->help);
	}
	return cli_out(&out);
}

static int wrong(const char *format, ...) LW_PRINTF(1, 2);

static int wrong(const char *format, ...)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT, said = LW_STR_INIT;
	va_list args;

	va_start(args, format);
	lw_str_vaddf(&said, format, args);
	va_end(args);
	add_usage(&out);
	lw_str_add(&out, NAME ": error: ");
	lw_str_add_shown(&out, lw_str_text(&said), said.len);
	lw_str_add_char(&out, '\n');
	return cli_say_lines(&out) ? CLI_FAILED : CLI_INVALID;
}

static bool begins(const struct py_option *option, const char *word, size_t len)
{
	return !option->whole && !strncmp(option->name, word, len);
}

static int ambiguous(const char *word, size_t len)
{
	LW_AUTO_STR struct lw_str match = LW_STR_INIT;

	for (unsigned i = 0; i < PY_OPTION_COUNT_; i++)
		if (begins(&options[i], word, len))
			lw_str_addf(&match, "%s%s", match.len ? ", " : "", options[i].name);
	return wrong("ambiguous option: %.*s could match %s", (int)len, word, lw_str_text(&match));
}

/* The option that is called so, or begins so alone, into *@ret. */
static int find(const char *word, size_t len, unsigned *ret)
{
	unsigned found = 0;

	for (unsigned i = 0; i < PY_OPTION_COUNT_; i++) {
		const struct py_option *option = &options[i];

		if ((!strncmp(option->name, word, len) && !option->name[len]) ||
		    (option->other && !strncmp(option->other, word, len) && !option->other[len])) {
			*ret = i;
			return CLI_DONE;
		}
		if (!begins(option, word, len))
			continue;
		*ret = i;
		found++;
	}
	if (found == 1)
		return CLI_DONE;
	return found ? ambiguous(word, len) : wrong("unrecognized arguments: %s", word);
}

static bool is_word(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = words; *at; at += strcspn(at, " "), at += *at == ' ')
		if (strcspn(at, " ") == len && !memcmp(at, word, len))
			return true;
	return false;
}

static bool is_number(const char *text)
{
	uint64_t number;

	text += *text == '-' || *text == '+';
	return lw_parse_u64(text, strlen(text), LW_NUM_DEC, &number);
}

static int take(const struct py_option *option, const char *value)
{
	if (option->number && !is_number(value))
		return wrong("argument %s: invalid int value: '%s'", option->name, value);
	if (option->words && !is_word(option->words, value))
		return wrong("argument %s: invalid choice: '%s' (choose from %s)", option->name,
			     value, option->words);
	return CLI_DONE;
}

/* A word that is an option is no argument of another; a negative number is none. */
static bool is_argument(const char *word)
{
	return word && (*word != '-' || !word[1] || is_number(word));
}

int py_parse(char **argv, struct py_args *ret)
{
	*ret = (struct py_args){ { NULL } };
	while (*argv) {
		const char *word = *argv++, *value = strchr(word, '=');
		const struct py_option *option;
		unsigned id = 0;
		int r;

		if (is_argument(word))
			return wrong("unrecognized arguments: %s", word);
		r = find(word, value ? (size_t)(value - word) : strlen(word), &id);
		if (r)
			return r;
		option = &options[id];
		if (value && !option->argument)
			return wrong("argument %s: ignored explicit argument '%s'", option->name,
				     value + 1);
		if (value)
			value++;
		else if (option->argument && is_argument(*argv))
			value = *argv++;
		if (option->argument && !value)
			return wrong("argument %s: expected one argument", option->name);
		r = value ? take(option, value) : CLI_DONE;
		if (r)
			return r;
		ret->value[id] = value ? value : "";
	}
	return CLI_DONE;
}
