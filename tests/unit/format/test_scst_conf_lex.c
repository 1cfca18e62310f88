/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes to words: one row a rule. */
#include "format_test.h"

#include "format/scst_conf_internal.h"
#include "schema/schema.h"

struct row {
	const char *text;
	const char *want; /* words in [], a quoted one in <>; the end: ; newline, { or } */
};

/* All statements of a text as one line of signs. */
static void show(const char *text, struct lw_str *out, struct lw_report *report)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	struct conf_say say = { .report = report, .name = "c", .tree = tree };
	struct conf_lex lex;
	int c;

	say.source = lw_tree_add_source(tree, "c", text, strlen(text));
	lw_conf_lex_init(&lex, &say, text, strlen(text));
	while ((c = lw_conf_lex_skip(&lex)) >= 0) {
		lex.broken = false;
		if (c == '{' || c == '}') {
			lw_str_addf(out, "(%c)", c);
			lex.at++;
			continue;
		}
		enum conf_end end = lw_conf_lex_statement(&lex);

		for (unsigned i = 0; i < lex.nword && i < CONF_WORDS; i++)
			lw_str_addf(out, lex.words[i].quoted ? "<%.*s>" : "[%.*s]",
				    (int)lex.words[i].len, lex.words[i].text);
		lw_str_add_char(out, end == CONF_END_OPEN    ? '{'
				     : end == CONF_END_CLOSE ? '}'
							     : ';');
	}
	lw_conf_lex_done(&lex);
	lw_tree_free(tree);
}

static void check_rows(const struct row *rows, size_t count, bool warned)
{
	for (size_t i = 0; i < count; i++) {
		struct lw_report *report = lw_report_new();
		LW_AUTO_STR struct lw_str got = LW_STR_INIT;

		show(rows[i].text, &got, report);
		if (strcmp(lw_str_text(&got), rows[i].want) != 0)
			print_error("text: %s\n", rows[i].text);
		assert_string_equal(lw_str_text(&got), rows[i].want);
		if (!lw_report_count(report, LW_WARNING) == warned ||
		    lw_report_count(report, LW_ERROR))
			fail_msg("%s: %zu warnings, %zu errors", rows[i].text,
				 lw_report_count(report, LW_WARNING),
				 lw_report_count(report, LW_ERROR));
		lw_report_free(report);
	}
}

#define CHECK(rows, warned) check_rows(rows, sizeof(rows) / sizeof((rows)[0]), warned)

static void words_are_runs_or_quoted(void **state)
{
	static const struct row rows[] = {
		{ "", "" },
		{ "\n\n", "" },
		{ "a", "[a];" },
		{ "a b\n", "[a][b];" },
		{ "  a \t b  \n", "[a][b];" },
		{ "a b\nc d", "[a][b];[c][d];" },
		{ "a \"b c\"", "[a]<b c>;" },
		{ "a \"  b  \"", "[a]<  b  >;" },
		{ "a \"\"", "[a]<>;" },
		{ "a \"b;c\"", "[a]<b;c>;" },
		{ "a \"b\tc\"", "[a]<b\tc>;" },
		{ "a b\"c", "[a][b\"c];" },
		{ "a 'b c'", "[a]['b][c'];" },
		{ "a b=c", "[a][b=c];" },
		{ "a b c d e f", "[a][b][c][d];" },
		{ "a \xc3\xa4 \xff", "[a][\xc3\xa4][\xff];" },
	};

	(void)state;
	CHECK(rows, false);
}

static void a_hash_begins_a_comment_where_a_word_could_begin(void **state)
{
	static const struct row rows[] = {
		{ "# a", "" },
		{ "  # a\nb", "[b];" },
		{ "a 512 # b c", "[a][512];" },
		{ "a 512\t# b", "[a][512];" },
		{ "a # {\nb", "[a];[b];" },
		{ "#a\n#{\n#\"\n#;\nb", "[b];" },
		{ "# caf\xc3\xa9 \x01\nb", "[b];" },
		{ "a \\#b", "[a][#b];" },
		{ "a b\\#c", "[a][b#c];" },
		{ "a \"b\\#c\"", "[a]<b#c>;" },
	};

	(void)state;
	CHECK(rows, false);
}

static void what_scstadmin_would_cut_is_kept_with_a_warning(void **state)
{
	static const struct row rows[] = {
		{ "a x#y", "[a][x#y];" },	  { "a x#", "[a][x#];" },
		{ "a \"x # y\"", "[a]<x # y>;" }, { "a \"#\"", "[a]<#>;" },
		{ "a {#b\n}", "[a]{(})" },	  { "a \"b\"#c", "[a]<b>;" },
		{ "a \"{\"", "[a]<{>;" },	  { "a \"}\"", "[a]<}>;" },
		{ "a \\{\\}", "[a][{}];" },
	};

	(void)state;
	CHECK(rows, true);
}

static void a_backslash_makes_the_next_byte_plain(void **state)
{
	static const struct row rows[] = {
		{ "a \\\\", "[a][\\];" },
		{ "a \\\"b", "[a][\"b];" },
		{ "a \\\\#b", "[a][\\#b];" },
		{ "a \\*", "[a][*];" },
		{ "a \"\\\"\\\\\\#\\*\"", "[a]<\"\\#*>;" },
		{ "\\#a b", "[#a][b];" },
		{ "a\\#\\#b c\\\\d", "[a##b][c\\d];" },
	};
	static const struct row odd[] = {
		{ "a \\n", "[a][n];" },
		{ "a b\\ c", "[a][b c];" },
		{ "a \\;", "[a][;];" },
		{ "a \"\\n\"", "[a]<n>;" },
		{ "a \\\xc3\xa4", "[a][\xc3\xa4];" },
	};

	(void)state;
	CHECK(rows, false);
	CHECK(odd, true);
}

static void braces_need_no_blank_and_may_stand_on_the_next_line(void **state)
{
	static const struct row rows[] = {
		{ "a{\n}", "[a]{(})" },
		{ "a b{ }", "[a][b]{(})" },
		{ "a b\n{\n}", "[a][b]{(})" },
		{ "a b # c\n\n # d\n\t{\n}", "[a][b]{(})" },
		{ "a \"b\"{\n}", "[a]<b>{(})" },
		{ "a {b\n}", "[a]{[b];(})" },
		{ "a }", "[a]}(})" },
		{ "{ }", "({)(})" },
		{ "a\n}", "[a];(})" },
	};

	(void)state;
	CHECK(rows, false);
}

static void foreign_line_ends_are_blanks(void **state)
{
	static const struct row rows[] = {
		{ "a b\r\nc {\r\n}\r\n", "[a][b];[c]{(})" },
		{ "a \"b\"\r\n", "[a]<b>;" },
		{ "a\r\n{\r\n}", "[a]{(})" },
		{ "# a\r\n\r\nb\r", "[b];" },
	};

	(void)state;
	CHECK(rows, false);
}

static void words_stand_where_they_are_said_to_stand(void **state)
{
	static const char text[] = "ab \"c d\"\te\\#f g\n";
	struct lw_tree *tree = lw_tree_new(&lw_schema_scst);
	struct conf_say say = { .name = "c", .tree = tree };
	struct conf_lex lex;

	(void)state;
	lw_conf_lex_init(&lex, &say, text, strlen(text));
	assert_int_equal(lw_conf_lex_skip(&lex), 'a');
	assert_int_equal(lw_conf_lex_statement(&lex), CONF_END_LINE);
	assert_int_equal(lex.nword, 4);
	assert_int_equal(lex.words[0].at, 0);
	assert_int_equal(lex.words[0].end, 2);
	assert_int_equal(lex.words[1].at, 3);
	assert_int_equal(lex.words[1].end, 8);
	assert_int_equal(lex.words[2].at, 9);
	assert_int_equal(lex.words[2].end, 13);
	assert_memory_equal(lex.words[2].text, "e#f", 3);
	assert_int_equal(lex.last_end, 15);
	lw_conf_lex_done(&lex);
	lw_tree_free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_runs_or_quoted),
		cmocka_unit_test(a_hash_begins_a_comment_where_a_word_could_begin),
		cmocka_unit_test(what_scstadmin_would_cut_is_kept_with_a_warning),
		cmocka_unit_test(a_backslash_makes_the_next_byte_plain),
		cmocka_unit_test(braces_need_no_blank_and_may_stand_on_the_next_line),
		cmocka_unit_test(foreign_line_ends_are_blanks),
		cmocka_unit_test(words_stand_where_they_are_said_to_stand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
