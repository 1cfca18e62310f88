/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Our own parser rather than getopt_long(): one table also says which command takes what and which arguments are legal, an
 * abbreviation that is unique today must not break a script when the next option comes, and nothing is printed from here.
 */
#include "cli/option.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/suggest.h"

#define OF(command) (UINT32_C(1) << CLI_##command)
#define PLANS (OF(PLAN) | OF(DIFF))
#define CHANGES (OF(APPLY) | OF(CLEAR) | OF(ROLLBACK))
/* Of a file, of a running engine, of both. */
#define FILES (OF(CHECK) | OF(DIFF))
#define ENGINES (OF(CLEAR) | OF(CONFIRM) | OF(HISTORY) | OF(ROLLBACK) | OF(SAVE) | OF(STATUS))
#define EITHER (OF(APPLY) | OF(PLAN) | OF(SHOW))
#define READS (FILES | EITHER)
#define LIVE (ENGINES | EITHER)
#define EVERY ((UINT32_C(1) << CLI_COMMAND_COUNT_) - 1)

/* clang-format off */
const struct cli_option cli_options[CLI_OPTION_COUNT_] = {
	[CLI_OPT_ALL] = {
		.name = "all", .commands = OF(SAVE),
		.help = "also what a fresh object has by itself" },
	[CLI_OPT_AS] = {
		.name = "as", .argument = "FORMAT", .words = "scst.conf tree recorded", .commands = READS,
		.help = "read every file as this, instead of telling its language by its content" },
	[CLI_OPT_COLOR] = {
		.name = "color", .argument = "WHEN", .words = "auto always never", .commands = FILES | ENGINES | EITHER,
		.help = "colours; auto: on a terminal, unless NO_COLOR is set" },
	[CLI_OPT_CONFIRM_WITHIN] = {
		.name = "confirm-within", .argument = "SECONDS", .commands = OF(APPLY),
		.help = "go back by itself unless 'lunward confirm' follows within this time" },
	[CLI_OPT_ENGINE] = {
		.name = "engine", .argument = "ENGINE", .words = "scst",
		.commands = ENGINES | OF(SHOW),
		.help = "the engine that is meant; without it, the only one" },
	[CLI_OPT_FACTS] = {
		.name = "facts", .argument = "WHICH", .words = "identity counters sessions", .repeat = true,
		.commands = OF(SHOW),
		.help = "what is so, instead of what is configured: one line each" },
	[CLI_OPT_FROM] = {
		.name = "from", .argument = "FILE", .file = true, .commands = OF(PLAN),
		.help = "what is there now, and was applied last, instead of the running engine" },
	[CLI_OPT_FULL] = {
		.name = "full", .commands = OF(PLAN) | OF(APPLY),
		.help = "reset every attribute that the configuration does not name to its default" },
	[CLI_OPT_KEEP] = {
		.name = "keep", .argument = "ATTRIBUTE", .repeat = true, .commands = OF(PLAN) | OF(APPLY),
		.help = "leave this attribute alone everywhere: somebody else owns it" },
	[CLI_OPT_LOG_LEVEL] = {
		.name = "log-level", .argument = "LEVEL", .words = "error warning info debug",
		.commands = LIVE,
		.help = "what is said on standard error; info: also each operation, debug: each access to the kernel's files" },
	[CLI_OPT_ON_ERROR] = {
		.name = "on-error", .argument = "WHAT", .words = "rollback stop continue", .commands = CHANGES,
		.help = "when an operation fails: go back (the default), begin nothing more, or go on without it" },
	[CLI_OPT_ONLY] = {
		.name = "only", .argument = "KIND|PATH", .repeat = true, .commands = OF(PLAN) | OF(APPLY),
		.help = "touch only objects of this kind, or this object with all below; the rest stays as it is" },
	[CLI_OPT_OUTPUT] = {
		.name = "output", .letter = 'o', .argument = "FORM", .words = "text json",
		.commands = FILES | ENGINES | EITHER | OF(SCHEMA),
		.help = "text for people (the default), or json for programs" },
	[CLI_OPT_PARTIAL] = {
		.name = "partial", .commands = OF(PLAN) | OF(APPLY),
		.help = "leave out what refers to something that is missing, and plan the rest" },
	[CLI_OPT_PRUNE] = {
		.name = "prune", .argument = "WHICH", .words = "all", .commands = OF(PLAN) | OF(APPLY),
		.help = "all: what is not listed goes everywhere, also where nothing is named at all" },
	[CLI_OPT_ROOT] = {
		.name = "root", .argument = "FOLDER", .file = true, .commands = LIVE,
		.help = "where the engine's kernel tree is, if not in its usual place" },
	[CLI_OPT_SHOW_SECRETS] = {
		.name = "show-secrets", .commands = OF(SHOW) | PLANS | CHANGES,
		.help = "print passwords in clear instead of ***" },
	[CLI_OPT_STATE] = {
		.name = "state", .argument = "FOLDER", .file = true,
		.commands = CHANGES | OF(CONFIRM) | OF(HISTORY) | OF(PLAN) | OF(STATUS),
		.help = "where lunward remembers what it did; /var/lib/lunward without it" },
	[CLI_OPT_STRICT] = {
		.name = "strict", .commands = OF(CHECK),
		.help = "a warning is as bad as an error" },
	[CLI_OPT_SUSPEND] = {
		.name = "suspend", .argument = "SECONDS", .commands = CHANGES,
		.help = "pause all I/O of the engine meanwhile; what runs has so long to end, else nothing is changed" },
	[CLI_OPT_TIMEOUT] = {
		.name = "timeout", .argument = "SECONDS", .commands = CHANGES,
		.help = "how long one operation may take; 300 without it" },
	[CLI_OPT_VERBOSE] = {
		.name = "verbose", .letter = 'v', .commands = PLANS | OF(SCHEMA) | CHANGES,
		.help = "also print fences and settles, which change nothing",
		.help_schema = "also list facts and counters, which are no configuration" },
	[CLI_OPT_WAIT] = {
		.name = "wait", .argument = "SECONDS", .commands = CHANGES,
		.help = "how long to wait while somebody else applies; 0 without it" },
	[CLI_OPT_WRITES] = {
		.name = "writes", .commands = PLANS,
		.help = "print the writes to the kernel's files instead, one line each" },
	[CLI_OPT_YES] = {
		.name = "yes", .letter = 'y', .commands = CHANGES,
		.help = "do not ask" },
	[CLI_OPT_HELP] = {
		.name = "help", .letter = 'h', .commands = EVERY | OF(TOP),
		.help = "print this and do nothing" },
	[CLI_OPT_VERSION] = {
		.name = "version", .letter = 'V', .commands = OF(TOP),
		.help = "print the version and do nothing" },
};
/* clang-format on */

static size_t word_len(const char *words)
{
	return strcspn(words, " ");
}

/* Whether @word is one of the words, which have blanks between them. */
static bool word_in(const char *words, const char *word, size_t len)
{
	while (*words) {
		size_t n = word_len(words);

		if (n == len && !memcmp(words, word, n))
			return true;
		words += n + (words[n] == ' ');
	}
	return false;
}

void cli_words_add(struct lw_str *out, const char *words)
{
	for (bool first = true; *words; first = false) {
		size_t n = word_len(words);

		if (!first)
			lw_str_add(out, words[n] ? ", " : " or ");
		lw_str_add_bytes(out, words, n);
		words += n + (words[n] == ' ');
	}
}

/* The state of one run over argv. */
struct parse {
	struct cli_args *args;
	char **next; /* the word after the one being looked at */
	struct lw_str *wrong;
};

static int unknown_long(struct parse *p, const char *name, size_t len)
{
	LW_AUTO_STR struct lw_str typed = LW_STR_INIT;
	struct cli_suggest suggest;

	lw_str_add_bytes(&typed, name, len);
	cli_suggest_start(&suggest, lw_str_text(&typed));
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++)
		if (cli_option_of(&cli_options[i], p->args->command))
			cli_suggest_word(&suggest, cli_options[i].name);
	lw_str_add(p->wrong, "no such option: --");
	if (len)
		cli_typed_add(p->wrong, lw_str_text(&typed));
	cli_suggest_hint(&suggest, "--", p->wrong);
	return lw_str_bad(&typed) ? CLI_FAILED : CLI_INVALID;
}

static int add_to_list(struct cli_args *args, unsigned id, const char *value)
{
	const char **grown;
	size_t count = 0;

	while (args->list[id] && args->list[id][count])
		count++;
	grown = reallocarray(args->list[id], count + 2, sizeof(*grown));
	if (!grown)
		return CLI_FAILED;
	grown[count] = value;
	grown[count + 1] = NULL;
	args->list[id] = grown;
	return CLI_DONE;
}

/* @value is "" for an option without argument. */
static int take(struct parse *p, unsigned id, const char *value)
{
	const struct cli_option *option = &cli_options[id];

	/* Which of the two was meant is not ours to guess. */
	if (option->argument && !option->repeat && p->args->value[id]) {
		lw_str_addf(p->wrong, "--%s is given twice", option->name);
		return CLI_INVALID;
	}
	if (option->words && !word_in(option->words, value, strlen(value))) {
		lw_str_addf(p->wrong, "--%s takes ", option->name);
		cli_words_add(p->wrong, option->words);
		lw_str_add(p->wrong, ", not ");
		cli_typed_quote(p->wrong, value);
		return CLI_INVALID;
	}
	/* A script's unset variable: it would name nothing. */
	if (option->repeat && !*value) {
		lw_str_addf(p->wrong, "--%s needs its %s, not \"\"", option->name,
			    option->argument);
		return CLI_INVALID;
	}
	p->args->value[id] = value;
	return option->repeat ? add_to_list(p->args, id, value) : CLI_DONE;
}

/* @value: what stood behind '=' or the letter; NULL if nothing did. */
static int take_or_next(struct parse *p, unsigned id, const char *value)
{
	const struct cli_option *option = &cli_options[id];

	if (!option->argument && value) {
		lw_str_addf(p->wrong, "--%s takes no argument", option->name);
		return CLI_INVALID;
	}
	if (option->argument && !value) {
		value = *p->next;
		if (!value) {
			lw_str_addf(p->wrong, "--%s needs its %s", option->name, option->argument);
			return CLI_INVALID;
		}
		p->next++;
	}
	return take(p, id, value ? value : "");
}

static int parse_long(struct parse *p, const char *word)
{
	size_t len = strcspn(word, "=");

	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		const struct cli_option *option = &cli_options[i];

		if (cli_option_of(option, p->args->command) && strlen(option->name) == len &&
		    !memcmp(option->name, word, len))
			return take_or_next(p, i, word[len] ? word + len + 1 : NULL);
	}
	return unknown_long(p, word, len);
}

static int find_letter(const struct parse *p, char letter)
{
	for (int i = 0; i < CLI_OPTION_COUNT_; i++)
		if (cli_options[i].letter == letter &&
		    cli_option_of(&cli_options[i], p->args->command))
			return i;
	return -1;
}

/* -v, -vh, -ojson, -o json */
static int parse_letters(struct parse *p, const char *word)
{
	for (; *word; word++) {
		int id = find_letter(p, *word);
		int r;

		if (id < 0) {
			lw_str_add(p->wrong, "no such option: -");
			lw_str_add_shown(p->wrong, word, 1);
			return CLI_INVALID;
		}
		if (cli_options[id].argument)
			return take_or_next(p, (unsigned)id, word[1] ? word + 1 : NULL);
		r = take(p, (unsigned)id, "");
		if (r)
			return r;
	}
	return CLI_DONE;
}

int cli_args_parse(unsigned command, char **argv, struct cli_args *ret, struct lw_str *wrong)
{
	struct parse p = { .args = ret, .next = argv, .wrong = wrong };
	bool options = true;
	char *word;

	*ret = (struct cli_args){ .command = command, .operand = argv };
	while ((word = *p.next)) {
		int r = CLI_DONE;

		p.next++;
		if (options && !strcmp(word, "--"))
			options = false;
		else if (options && !strncmp(word, "--", 2))
			r = parse_long(&p, word + 2);
		else if (options && word[0] == '-' && word[1])
			r = parse_letters(&p, word + 1);
		else
			argv[ret->operand_count++] = word;
		if (r)
			return r;
	}
	argv[ret->operand_count] = NULL;
	return CLI_DONE;
}

void cli_args_done(struct cli_args *args)
{
	for (unsigned i = 0; i < CLI_OPTION_COUNT_; i++) {
		free(args->list[i]);
		args->list[i] = NULL;
	}
}
