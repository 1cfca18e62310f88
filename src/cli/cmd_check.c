/* SPDX-License-Identifier: Apache-2.0 */
/* lunward check: all mistakes of each file, each file by itself. */
#include <string.h>

#include "cli/load.h"
#include "cli/output.h"
#include "cli/problem.h"

struct check {
	const struct cli_args *args;
	struct cli_tally tally;
	int code;
	/* JSON only: two arrays grow side by side */
	struct lw_str files, problems;
	struct lw_json_writer files_w, problems_w;
};

static void put_file(struct check *check, const struct cli_input *input, bool ok)
{
	struct lw_json_writer *w = &check->files_w;

	lw_json_put_object_begin(w);
	lw_json_put_key(w, "file");
	lw_json_put_string(w, input->name);
	lw_json_put_key(w, "format");
	lw_json_put_string(w, lw_format_name(input->format));
	lw_json_put_key(w, "vocabulary");
	lw_json_put_string(w, input->schema ? lw_schema_name(input->schema) : NULL);
	lw_json_put_key(w, "ok");
	lw_json_put_bool(w, ok);
	lw_json_put_object_end(w);
}

static int say_ok(const struct cli_input *input)
{
	LW_AUTO_STR struct lw_str line = LW_STR_INIT;

	lw_str_add_shown(&line, input->name, strlen(input->name));
	lw_str_add(&line, ": ok\n");
	return cli_out(&line);
}

/* Prints what one file has; memory and output may fail. */
static int conclude(struct check *check, const struct cli_input *input, struct lw_report *report,
		    int code)
{
	if (!code && cli_has(check->args, CLI_OPT_STRICT) && lw_report_count(report, LW_WARNING))
		code = CLI_INVALID;
	if (code)
		check->code = code;
	cli_tally_add(&check->tally, report);
	if (cli_json(check->args)) {
		put_file(check, input, !code);
		cli_problems_json(&check->problems_w, report);
		return CLI_DONE;
	}
	if (cli_problems_say(check->args, report))
		return CLI_FAILED;
	return code ? CLI_DONE : say_ok(input);
}

static int check_one(struct check *check, const char *path)
{
	struct lw_report *report = lw_report_new();
	struct cli_input input = { 0 };
	int r;

	if (!report)
		return cli_memory();
	r = cli_load(check->args, path, NULL, report, &input);
	if (!r)
		r = cli_check(&input, report);
	if (r != CLI_FAILED)
		r = conclude(check, &input, report, r);
	lw_tree_free(input.tree);
	lw_report_free(report);
	return r;
}

static void put_array(struct lw_json_writer *w, const char *key, const struct lw_str *array)
{
	lw_json_put_key(w, key);
	lw_json_put_number(w, lw_str_text(array), array->len);
}

static int print_json(struct check *check)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	struct lw_json_writer w;

	if (lw_str_bad(&check->files) || lw_str_bad(&check->problems))
		return cli_memory();
	lw_json_writer_init(&w, &out, LW_JSON_INDENT);
	lw_json_put_object_begin(&w);
	lw_json_put_key(&w, "lunward");
	lw_json_put_string(&w, "check");
	lw_json_put_key(&w, "version");
	lw_json_put_u64(&w, 1);
	lw_json_put_key(&w, "ok");
	lw_json_put_bool(&w, !check->code);
	put_array(&w, "files", &check->files);
	put_array(&w, "problems", &check->problems);
	lw_json_put_key(&w, "summary");
	cli_tally_json(&w, &check->tally);
	lw_json_put_object_end(&w);
	lw_str_add_char(&out, '\n');
	return cli_out(&out);
}

/* An array that will stand one level deep in another text. */
static void array_begin(struct lw_json_writer *w, struct lw_str *out)
{
	lw_json_writer_init(w, out, LW_JSON_INDENT);
	w->depth = 1;
	w->keyed = true;
	lw_json_put_array_begin(w);
}

/* The second time it would be empty, and an empty file is a good one. */
static bool reads_input_twice(const struct cli_args *args)
{
	unsigned n = 0;

	for (unsigned i = 0; i < args->operand_count; i++)
		n += !strcmp(args->operand[i], "-");
	return n > 1;
}

int cmd_check(const struct cli_args *args)
{
	struct check check = { .args = args };
	int r = CLI_DONE;

	if (reads_input_twice(args)) {
		cli_say("standard input can be only one of the files");
		return CLI_INVALID;
	}
	array_begin(&check.files_w, &check.files);
	array_begin(&check.problems_w, &check.problems);
	for (unsigned i = 0; !r && i < args->operand_count; i++)
		r = check_one(&check, args->operand[i]);
	lw_json_put_array_end(&check.files_w);
	lw_json_put_array_end(&check.problems_w);
	if (!r && cli_json(args))
		r = print_json(&check);
	else if (!r)
		cli_tally_say(&check.tally);
	lw_str_done(&check.files);
	lw_str_done(&check.problems);
	return r ? r : check.code;
}
