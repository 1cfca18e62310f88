/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where scstadmin reads something else than we do. What it reads was seen with its own parser; a row that is clean is one that
 * both read alike, down to the byte.
 */
#include "format_test.h"

#define HASH \
	"# inside a word is read as part of it; scstadmin cuts here and deletes the character " \
	"before (write \\# for a literal #, or a blank before a comment)\n"
#define BRACE \
	"this brace is part of the value; scstadmin takes it for a block's (scstadmin knows no " \
	"spelling for it: do without)\n"
#define WORDS \
	"scstadmin reads other words here: it drops the backslash before it looks for quotes " \
	"and blanks (do without '\"', and without a backslash at the end of a value with " \
	"blanks)\n"
#define SECTION \
	"scstadmin takes this for a section of SCST 1.x, and the whole file for a file of that " \
	"(put a backslash behind the '[')\n"
#define OPENS \
	"scstadmin drops what is in a block whose '{' stands on the next line (put the '{' on " \
	"the line before)\n"
#define LAST "scstadmin drops a last line that has no newline (end it with a newline)\n"

static void expect_clean(const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		EXPECT_CLEAN(texts[i]);
}

#define CLEAN(texts) expect_clean(texts, sizeof(texts) / sizeof((texts)[0]))

static void a_hash_behind_any_backslash_is_plain(void **state)
{
	static const char *const texts[] = {
		"a \\#y\n",	  "a \\\\#y\n",	      "a \\\\\\#y\n",
		"a x\\\\#\\#y\n", "a \"x \\\\#y\"\n", "a \\\\# # c\n",
	};

	(void)state;
	CLEAN(texts);
	EXPECT_MESSAGES("a x\\#y#z#\n", "c:1:7: warning: " HASH);
	EXPECT_MESSAGES("a \\##y\n", "c:1:5: warning: " HASH);
	EXPECT_WRITTEN("a \\\\#y\n", "a \\\\\\#y\n");
}

static void a_brace_is_a_brace_however_it_is_written(void **state)
{
	(void)state;
	EXPECT_MESSAGES("a q\\{\n", "c:1:5: warning: " BRACE);
	EXPECT_MESSAGES("a \\}\\{\n", "c:1:4: warning: " BRACE);
	EXPECT_MESSAGES("a \"q{\"\n", "c:1:5: warning: " BRACE);
	EXPECT_MESSAGES("a \"q\\} }\"\n", "c:1:6: warning: " BRACE);
	EXPECT_MESSAGES("\\{ 1\n", "c:1:2: warning: " BRACE);
}

static void backslashes_do_not_protect_quotes_and_blanks(void **state)
{
	static const char *const clean[] = {
		"a x\"y\n",   "a x\\\"y\\\"\n",	  "a \\\"x\n",		 "a \\\"x\\\\\\\"\n",
		"a x\\\\\n",  "a \"x \\\\ y\"\n", "a \"x y\\\\\\\\\"\n", "a \"x \\\\\\\"y\"\n",
		"\\# \"\"\n",
	};

	(void)state;
	CLEAN(clean);
	EXPECT_MESSAGES("a \\\"x\\\"\n", "c:1:3: warning: " WORDS);
	EXPECT_MESSAGES("a \\\"x\\\"y\n", "c:1:3: warning: " WORDS);
	EXPECT_MESSAGES("a \"say \\\"x\\\"\"\n", "c:1:3: warning: " WORDS);
	EXPECT_MESSAGES("a \"x y\\\\\"\n", "c:1:3: warning: " WORDS);
	EXPECT_MESSAGES("\\\"a \"x y\"\n", "c:1:1: warning: " WORDS);
	EXPECT_MESSAGES("a x\\ y\n",
			"c:1:3: warning: " WORDS
			"c:1:4: warning: this backslash is dropped: only # \\ \" { } * can stand "
			"behind one (write \\\\ for a backslash)\n");
}

static void a_section_of_scst_1_is_seen_in_any_line(void **state)
{
	static const char *const clean[] = {
		"a \"[\\GROUP x]\"\n",	"a \"[GROUP]\"\n",    "a \"[GROUP x\"\n",
		"a \"[GROUP x y]\"\n",	"a \"[GROUP  x]\"\n", "a \"[GROUPS x]\"\n",
		"a \"[x [GROUP y]\"\n", "a b # [GROUP x]\n",  "a [2001:db8::1]\n",
		"a [GROUP # x]\n",
	};

	(void)state;
	CLEAN(clean);
	EXPECT_MESSAGES("a \"[GROUP x]\"\n", "c:1:4: warning: " SECTION);
	EXPECT_MESSAGES("a \"x] [HANDLER\t] ]]x\"\n", "");
	EXPECT_MESSAGES("a \"x] [HANDLER\t]]x\"\n", "c:1:7: warning: " SECTION);
	EXPECT_MESSAGES("a \"[ASSIGNMENT ]\"\n", "c:1:4: warning: " SECTION);
	EXPECT_MESSAGES("a[GROUP x]\n", "c:1:2: warning: " SECTION);
	EXPECT_WRITTEN("a \"[GROUP x]\"\n", "a \"[\\GROUP x]\"\n");
	EXPECT_WRITTEN("a [GROUP\n", "a [GROUP\n");
}

static void lines_count(void **state)
{
	static const char *const clean[] = {
		"a 1\n# c", "a 1\n\t", "HANDLER a {\n}", "HANDLER a { }", "HANDLER a { # c\n}\n",
	};

	(void)state;
	CLEAN(clean);
	EXPECT_MESSAGES("HANDLER a\n{\n\tx 1\n}\n", "c:2:1: warning: " OPENS);
	EXPECT_MESSAGES("HANDLER a # c\n\n# d\n {\n\tx 1\n}\n", "c:4:2: warning: " OPENS);
	EXPECT_MESSAGES("b 1\na 1", "c:2:4: warning: " LAST);
	EXPECT_MESSAGES("a 1 # c", "c:1:4: warning: " LAST);
	EXPECT_MESSAGES("HANDLER a", "c:1:10: warning: " LAST);
}

static void a_byte_order_mark_is_told(void **state)
{
	static const char want[] = "c:1:1: warning: the text begins with a byte order mark; "
				   "scstadmin takes it for a part of the first word (save the file "
				   "without it)\n";

	(void)state;
	EXPECT_MESSAGES("\xef\xbb\xbf"
			"a 1\n",
			want);
	EXPECT_MESSAGES("\xef\xbb\xbf", want);
}

static void numbers_of_luns_are_texts(void **state)
{
	(void)state;
	EXPECT_MESSAGES("TARGET_DRIVER d {\n\tTARGET t {\n\t\tLUN 0x0 a\n\t\tLUN 0X1f a\n\t}\n}\n",
			"c:3:7: warning: LUN 0x0 is read as LUN 0; scstadmin would not find it "
			"again in the kernel (write it as a decimal number)\n"
			"c:4:7: warning: LUN 0X1f is read as LUN 31; scstadmin would not find it "
			"again in the kernel (write it as a decimal number)\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hash_behind_any_backslash_is_plain),
		cmocka_unit_test(a_brace_is_a_brace_however_it_is_written),
		cmocka_unit_test(backslashes_do_not_protect_quotes_and_blanks),
		cmocka_unit_test(a_section_of_scst_1_is_seen_in_any_line),
		cmocka_unit_test(lines_count),
		cmocka_unit_test(a_byte_order_mark_is_told),
		cmocka_unit_test(numbers_of_luns_are_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
