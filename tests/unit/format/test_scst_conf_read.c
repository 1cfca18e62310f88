/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the reader accepts, what it refuses, and the words it does that with. The behaviours that every reader of scst.conf
 * should have are numbered as docs/SCST_CONF.md numbers them.
 */
#include "format_test.h"

#include "model/tree/tree.h"

#define DEVICE_A "HANDLER vdisk_fileio {\n\tDEVICE a {\n\t\tfilename /a\n\t}\n}\n"
#define TARGET_T(content) "TARGET_DRIVER iscsi {\n\tTARGET t {\n" content "\t}\n}\n"

/* The first node of this keyword's kind and name, anywhere. */
static lw_node find(const struct lw_tree *tree, const char *word, const char *name)
{
	lw_node n = lw_tree_root(tree);

	for (; n; n = lw_tree_walk(tree, lw_tree_root(tree), n)) {
		const char *own = node_kind(tree, n)->word;

		if (own && !strcmp(own, word) && !strcmp(lw_node_name(tree, n), name))
			return n;
	}
	fail_msg("%s %s is not there", word, name);
	return 0;
}

static void expect_root_value(const char *text, const char *attr, const char *want)
{
	struct lw_tree *tree = must_read(text, strlen(text));
	const char *got = lw_node_value(tree, lw_tree_root(tree), attr);

	if (!got)
		fail_msg("%s has no value in: %s", attr, text);
	assert_string_equal(got, want);
	lw_tree_free(tree);
}

/* ---- the numbered behaviours */

static void b01_comments_end_values_and_escaped_hashes_do_not(void **state)
{
	(void)state;
	EXPECT_CLEAN("# c\na 512 # c\n  # c\nb \"x\\#y z\"\nc x\\#y\n");
	expect_root_value("a 512 # c\n", "a", "512");
	expect_root_value("a 512\t# c\n", "a", "512");
	expect_root_value("# a 1\na 2\n", "a", "2");
	expect_root_value("a \"x\\#y z\"\n", "a", "x#y z");
	expect_root_value("a x\\#y\n", "a", "x#y");
}

static void b02_a_hash_inside_a_word_is_kept_and_told(void **state)
{
	(void)state;
	expect_root_value("a x#y\n", "a", "x#y");
	expect_root_value("a \"x#y\"\n", "a", "x#y");
	EXPECT_MESSAGES(
		"a x#y\n",
		"c:1:4: warning: # inside a word is read as part of it; scstadmin cuts here and "
		"deletes the character before (write \\# for a literal #, or a blank before a "
		"comment)\n");
	EXPECT_MESSAGES("a \"x#y\"\n",
			"c:1:5: warning: # in quotes is part of the value; scstadmin cuts here and "
			"deletes the character before (write \\#)\n");
}

static void b03_layout_is_free(void **state)
{
	static const char *const texts[] = {
		"TARGET_DRIVER iscsi{\n\tTARGET t{\n\t\tenabled 1\n\t}\n}\n",
		"TARGET_DRIVER\tiscsi\t{\n\tTARGET\tt\t{\n\t\tenabled\t1\n\t}\n}\n",
		"TARGET_DRIVER iscsi {\r\n\tTARGET t {\r\n\t\tenabled 1\r\n\t}\r\n}\r\n",
		"TARGET_DRIVER iscsi {\n\tTARGET t {\n\t\tenabled 1\n\t}\n}",
		"# \xc3\xbc\nTARGET_DRIVER iscsi {\nTARGET t { # \xe9\nenabled 1\n}\n}\n",
		"TARGET_DRIVER iscsi { TARGET t { enabled 1\n}\n}\n",
	};
	static const char *const told[] = {
		"TARGET_DRIVER iscsi\n{\n\tTARGET t\n\t{\n\t\tenabled 1\n\t}\n}\n",
		"\xef\xbb\xbfTARGET_DRIVER iscsi {\n\tTARGET t {\n\t\tenabled 1\n\t}\n}\n",
	};
	static const char want[] = "TARGET_DRIVER iscsi {\n\tTARGET t {\n\t\tenabled 1\n\t}\n}\n";

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		EXPECT_CLEAN(texts[i]);
		EXPECT_WRITTEN(texts[i], want);
	}
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		EXPECT_WRITTEN(told[i], want);
	expect_root_value("a 1", "a", "1");
}

static void b04_one_line_blocks_are_refused(void **state)
{
	(void)state;
	EXPECT_MESSAGES(
		"TARGET_DRIVER iscsi {\n\tTARGET t { enabled 1; LUN 0 d }\n}\n",
		"c:2:22: error: expected a blank or a newline, found ';' (end the statement with a "
		"newline, or quote the value that holds it)\n");
	EXPECT_MESSAGES(
		TARGET_T("\t\tLUN 0 a { read_only 1 }\n"),
		"c:3:25: error: expected a newline before '}' (put the '}' on a line of its own: "
		"scstadmin drops what stands before it)\n");
	EXPECT_MESSAGES(
		"TARGET_DRIVER iscsi {\n\tTARGET t { LUN 0 a { } }\n}\n",
		"c:2:25: error: expected a newline before '}' (put the '}' on a line of its own: "
		"scstadmin drops what stands before it)\n");
	EXPECT_CLEAN("TARGET_DRIVER iscsi {\n\tTARGET t { }\n\tTARGET u {}\n\tTARGET v{}\n}\n");
}

static void b05_mistakes_have_their_true_line(void **state)
{
	(void)state;
	EXPECT_MESSAGES("# one\n# two\n\n" TARGET_T(
				"# five\n\t\tLUN x a # five\n# six\n\t\tLUN 0\n\t\tLUN\n"),
			"c:7:7: error: expected a number after 'LUN', found 'x'\n"
			"c:9:8: error: expected a device after 'LUN 0'\n"
			"c:10:6: error: expected a number after 'LUN'\n");
	EXPECT_MESSAGES(
		"HANDLER\nHANDLER {\n}\nTARGET_DRIVER iscsi {\n\tTARGET\n\tTARGET \"\"\n}\n",
		"c:1:8: error: expected a name after 'HANDLER'\n"
		"c:2:8: error: expected a name after 'HANDLER'\n"
		"c:5:8: error: expected a name after 'TARGET'\n"
		"c:6:9: error: a name cannot be empty\n");
	EXPECT_MESSAGES("# c\n# c\nHANDLERS vdisk_fileio {\n}\nfrobnicate x {\n\ty 1 2 3\n}\n",
			"c:3:1: error: 'HANDLERS' is no keyword, but a block follows (did you mean "
			"HANDLER?)\n"
			"c:5:1: error: 'frobnicate' is no keyword, but a block follows\n");
}

static void b05_a_missing_brace_names_the_open_block(void **state)
{
	(void)state;
	EXPECT_MESSAGES(
		"# c\nHANDLER vdisk_fileio {\n# c\n",
		"c:4:1: error: expected '}' before the end of the text: HANDLER vdisk_fileio, "
		"opened in line 2, is not closed\n");
	EXPECT_MESSAGES(
		"HANDLER vdisk_fileio {\n\tDEVICE a {\n",
		"c:3:1: error: expected '}' before the end of the text: DEVICE a, opened in line "
		"2, is not closed (HANDLER vdisk_fileio of line 1 around it is open, too)\n");
	/* The '}' that is missing is that of a; the rest of the file is read as if it were there. */
	EXPECT_MESSAGES(
		"HANDLER vdisk_fileio {\n\tDEVICE a {\n\t\tfilename /a\n\tDEVICE b {\n"
		"\t\tfilename /b\n\t}\n}\nTARGET_DRIVER iscsi {\n\tLUN 0 a\n}\n",
		"c:4:2: error: DEVICE cannot stand in DEVICE a (opened in line 2), only in HANDLER "
		"or DEVICE_GROUP (is the '}' of DEVICE a missing?)\n"
		"c:9:2: error: LUN cannot stand in TARGET_DRIVER iscsi (opened in line 8), only in "
		"TARGET or GROUP\n");
}

static void b05_an_extra_brace_names_the_closed_block(void **state)
{
	(void)state;
	EXPECT_MESSAGES("}\n", "c:1:1: error: this '}' closes nothing: no block is open\n");
	EXPECT_MESSAGES(
		"HANDLER a {\n}\n\n}\nthreads 1\n",
		"c:4:1: error: this '}' closes nothing: HANDLER a, opened in line 1, is closed in "
		"line 2 already (scstadmin ends the file here, without a word)\n");
	/* As a generator writes it for a port without LUNs: one message, at the first thing behind it. */
	EXPECT_MESSAGES(
		"TARGET_DRIVER qla2x00t {\n\tTARGET 21:00:00:24:ff:00:00:01 {\n\t}\n\t}\n"
		"\tTARGET 21:00:00:24:ff:00:00:02 {\n\t\tHW_TARGET\n\t}\n}\nDEVICE_GROUP g {\n}\n",
		"c:5:2: error: TARGET cannot stand at the top level, only in TARGET_DRIVER or "
		"TARGET_GROUP (TARGET_DRIVER qla2x00t of line 1 was closed in line 4: is there a "
		"'}' too many?)\n");
}

static void b06_bare_declarations_in_a_row_are_all_there(void **state)
{
	static const char text[] =
		"HANDLER dev_disk {\n\tDEVICE 1:0:0:0\n\tDEVICE 1:0:0:1\n\tDEVICE 1:0:0:2\n}\n\n"
		"TARGET_DRIVER iscsi {\n\tTARGET t\n\tTARGET u\n\tTARGET v {\n"
		"\t\tGROUP g\n\t\tGROUP h\n\t\tGROUP i {\n\t\t\tINITIATOR x\n\t\t\tINITIATOR "
		"y\n\t\t}\n"
		"\t}\n}\n";

	(void)state;
	EXPECT_CLEAN(text);
	EXPECT_WRITTEN(text, text);
}

static void b07_one_lun_number_twice_in_a_set_is_refused(void **state)
{
	(void)state;
	EXPECT_MESSAGES(TARGET_T("\t\tLUN 0 a\n\t\tLUN 0 b\n"),
			"c:4:3: error: LUN 0 is 'a' already, in line 3\n");
	EXPECT_MESSAGES(TARGET_T("\t\tLUN 16 a\n\t\tLUN 0x10 b\n"),
			"c:4:3: error: LUN 16 is 'a' already, in line 3\n"
			"c:4:7: warning: LUN 0x10 is read as LUN 16; scstadmin would not find it "
			"again in the kernel (write it as a decimal number)\n");
	EXPECT_MESSAGES(TARGET_T("\t\tLUN 0 a\n\t\tLUN 0 a\n"),
			"c:4:3: warning: LUN 0 stands in line 3 already\n");
	EXPECT_CLEAN(TARGET_T("\t\tLUN 0 a\n\t\tGROUP g {\n\t\t\tLUN 0 b\n\t\t}\n"));
}

static void b07_mistakes_of_meaning_are_told_together(void **state)
{
	static const char text[] = DEVICE_A TARGET_T(
		"\t\tLUN 0 nobody\n\t\tGROUP g {\n\t\t\tINITIATOR i\n\t\t}\n\t\tGROUP h {\n"
		"\t\t\tINITIATOR i\n\t\t}\n") "HANDLER vdisk_nullio {\n\tDEVICE b.c\n\tDEVICE "
					      "d/e\n}\n";
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree = must_read(text, strlen(text));
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	static const char *const wanted[] = { "c:8:3: error", "c:13:4: error", "c:18:2: error",
					      "c:19:2: error" };

	(void)state;
	lw_tree_canon(tree, report);
	assert_int_equal(lw_tree_check(tree, report), -EINVAL);
	add_messages(report, &got);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!strstr(lw_str_text(&got), wanted[i]))
			fail_msg("no %s in\n%s", wanted[i], lw_str_text(&got));
	lw_report_free(report);
	lw_tree_free(tree);
}

static void b08_repeated_attributes(void **state)
{
	struct lw_tree *tree;
	lw_node target;

	(void)state;
	EXPECT_CLEAN(
		TARGET_T("\t\tIncomingUser \"a secret-of-a\"\n\t\tIncomingUser \"b secret-of-b\"\n"
			 "\t\tallowed_portal 10.0.0.1\n\t\tallowed_portal 10.0.0.2\n"));
	tree = must_read(TARGET_T("allowed_portal x\nIncomingUser u\nallowed_portal y\n"),
			 strlen(TARGET_T("allowed_portal x\nIncomingUser u\nallowed_portal y\n")));
	target = find(tree, "TARGET", "t");
	assert_int_equal(lw_node_attr_count(tree, target), 3);
	lw_tree_free(tree);

	EXPECT_MESSAGES(TARGET_T("\t\tallowed_portal x\n\t\tallowed_portal x\n"),
			"c:4:3: warning: this 'allowed_portal' stands in line 3 already\n");
	EXPECT_MESSAGES(
		"HANDLER vdisk_fileio {\n\tDEVICE a {\n\t\tfilename /a\n\t\tfilename /b\n\t}\n}\n",
		"c:4:3: error: 'filename' has another value in line 3 (keep one of the two: "
		"scstadmin would write both, in any order)\n");
	EXPECT_MESSAGES(
		"HANDLER vdisk_fileio {\n\tDEVICE a {\n\t\tfilename /a\n\t\tfilename /a\n\t}\n}\n",
		"c:4:3: warning: 'filename' has the same value in line 3 already\n");
	/* What no table names is plain, too. */
	EXPECT_MESSAGES(
		"frob 1\nfrob 2\n",
		"c:2:1: error: 'frob' has another value in line 1 (keep one of the two: scstadmin "
		"would write both, in any order)\n");
}

static void b09_values_of_any_bytes_are_read(void **state)
{
	(void)state;
	expect_root_value("a \"x=y;z\"\n", "a", "x=y;z");
	expect_root_value("a /x=y\n", "a", "/x=y");
	expect_root_value("a \"{x}\"\n", "a", "{x}");
	expect_root_value("a \\{x\\}\n", "a", "{x}");
	expect_root_value("a \" x \"\n", "a", " x ");
	expect_root_value("a x   \t \n", "a", "x");
	expect_root_value("a\n", "a", "");
	expect_root_value("a \"\"\n", "a", "");
	expect_root_value("a \"\\\"x\\\" \\\\ y\"\n", "a", "\"x\" \\ y");
	expect_root_value("a [2001:db8::1]:3260\n", "a", "[2001:db8::1]:3260");
	expect_root_value("a \"\x01\x7f\xff\r\"\n", "a", "\x01\x7f\xff\r");
}

/* What a dump of all attributes says beside configuration stays in the tree, for the check to tell. */
static void b10_a_dump_of_all_attributes_is_read(void **state)
{
	static const char text[] =
		"# Automatically generated by SCST Configurator v3.9.0.\n\n"
		"setup_id 0x1\n\n# Non-key attributes\nlast_sysfs_mgmt_res 0\nsuspend 0\nthreads "
		"4\n\n"
		"HANDLER vdisk_fileio {\n\tDEVICE a {\n\t\tfilename /a\n\n\t\t# Non-key "
		"attributes\n"
		"\t\tblock \"0 0\"\n\t\tpr_state \"version 1\"\n\t}\n}\n"
		"TARGET_DRIVER iscsi {\n\tTARGET t {\n\t\tHW_TARGET\n\n\t\thw_target 1\n"
		"\t\tIncomingUser \"a secret-of-a\"\n\t\tIncomingUser1 \"b secret-of-b\"\n"
		"\t\t# Non-key attributes\n\t\trel_tgt_id 0\n\t\tcpu_mask ff\n\t}\n}\n";
	struct lw_report *report = lw_report_new();
	LW_AUTO_STR struct lw_str got = LW_STR_INIT;
	struct lw_tree *tree;

	(void)state;
	EXPECT_MESSAGES(
		text, "c:25:3: warning: 'IncomingUser1' is read as one more 'IncomingUser' (leave "
		      "the number away: the kernel numbers the instances itself)\n");
	tree = must_read(text, strlen(text));
	assert_string_equal(lw_node_value(tree, lw_tree_root(tree), "suspend"), "0");
	assert_string_equal(lw_node_value(tree, find(tree, "DEVICE", "a"), "block"), "0 0");
	assert_int_equal(lw_node_attr_count(tree, find(tree, "TARGET", "t")), 5);
	lw_tree_canon(tree, report);
	assert_int_equal(lw_tree_check(tree, report), 0);
	add_messages(report, &got);
	assert_non_null(strstr(lw_str_text(&got), "c:7:1: note: suspend is never applied"));
	assert_non_null(strstr(lw_str_text(&got), "c:15:3: note: block is never applied"));
	lw_report_free(report);
	lw_tree_free(tree);
}

static void b11_write_read_write_is_stable(void **state)
{
	(void)state;
	for (unsigned i = 0; examples[i]; i++) {
		size_t len;
		char *text = read_example(examples[i], &len);

		expect_messages_at(text, len, "", __FILE__, __LINE__);
		expect_stable(text, len);
		free(text);
	}
}

static void the_examples_make_sense(void **state)
{
	(void)state;
	for (unsigned i = 0; examples[i]; i++) {
		struct lw_report *report = lw_report_new();
		size_t len;
		char *text = read_example(examples[i], &len);
		struct lw_tree *tree = must_read(text, len);
		LW_AUTO_STR struct lw_str got = LW_STR_INIT;

		lw_tree_canon(tree, report);
		lw_tree_check(tree, report);
		add_messages(report, &got);
		if (lw_report_count(report, LW_ERROR) || lw_report_count(report, LW_WARNING))
			fail_msg("%s\n%s", examples[i], lw_str_text(&got));
		lw_report_free(report);
		lw_tree_free(tree);
		free(text);
	}
}

/* ---- words that stand where they should not */

static void keywords_are_exact(void **state)
{
	(void)state;
	EXPECT_MESSAGES(
		"target_driver iscsi {\n\tTARGETT t {\n\t\tLUN x a\n\t}\n}\n",
		"c:1:1: error: 'target_driver' is no keyword, but a block follows (did you mean "
		"TARGET_DRIVER? keywords are upper case)\n"
		"c:2:2: error: 'TARGETT' is no keyword, but a block follows (did you mean "
		"TARGET?)\n"
		"c:3:7: error: expected a number after 'LUN', found 'x'\n");
	EXPECT_MESSAGES(
		TARGET_T("\t\tlun 0 a\n"),
		"c:3:9: error: expected a newline after the value of 'lun' (did you mean LUN? "
		"keywords are upper case)\n");
	EXPECT_MESSAGES(
		"HANDLER dev_disk {\n\tdevice 1:0:0:0\n}\n",
		"c:2:2: error: 'device' is no keyword: keywords are upper case: DEVICE (quote it "
		"if it is the name of an attribute)\n");
	EXPECT_MESSAGES("TARGET_DRIVER iscsi {\n\tTarget t\n}\nHandler x\n",
			"c:2:2: error: 'Target' is no keyword: keywords are upper case: TARGET "
			"(quote it if it is the name of an attribute)\n"
			"c:4:1: error: 'Handler' is no keyword: keywords are upper case: HANDLER "
			"(quote it if it is the name of an attribute)\n");
	EXPECT_CLEAN("HANDLER dev_disk {\n\t\"device\" 1:0:0:0\n}\n");
	EXPECT_MESSAGES(
		"\"TARGET_DRIVER\" iscsi {\n}\n",
		"c:1:1: error: 'TARGET_DRIVER' is no keyword, but a block follows (a keyword "
		"stands without quotes)\n");
	EXPECT_MESSAGES(TARGET_T("\t\tenabled {\n\t\t}\n"),
			"c:3:11: error: 'enabled' is an attribute and has no block\n");
}

/* As attributes they would be a warning, while their objects are missing. */
static void capitals_are_no_attribute(void **state)
{
	(void)state;
	EXPECT_MESSAGES(
		TARGET_T("\t\tGROUP g {\n\t\t\tINITATOR iqn.x:h1\n\t\t\tINITIATOR x\n\t\t}\n"
			 "\t\tLUM 0 a\n\t\tHW_TARGT\n\t\tENABLD 1\n\t\tA_B 1\n"),
		"c:4:4: error: 'INITATOR' is no keyword (did you mean INITIATOR?)\n"
		"c:7:3: error: 'LUM' is no keyword (did you mean LUN?)\n"
		"c:8:3: error: 'HW_TARGT' is no keyword (did you mean HW_TARGET?)\n"
		"c:9:3: error: 'ENABLD' is no keyword (did you mean enabled?)\n"
		"c:10:3: error: 'A_B' is no keyword (quote it if it is the name of an "
		"attribute)\n");
	EXPECT_CLEAN(TARGET_T("\t\t\"A_B\" 1\n\t\tA 1\n\t\tA1 1\n\t\tiSNSServer a\n"));
	EXPECT_WRITTEN("\"A_B\" 1\n\"__\" 1\nA 1\nAb 1\n", "A 1\n\"A_B\" 1\nAb 1\n\"__\" 1\n");
}

static void keywords_know_their_place(void **state)
{
	(void)state;
	EXPECT_MESSAGES("LUN 0 a\nHW_TARGET\n",
			"c:1:1: error: LUN cannot stand at the top level, only in TARGET or GROUP\n"
			"c:2:1: error: HW_TARGET cannot stand at the top level, only in TARGET\n");
	EXPECT_MESSAGES(TARGET_T("\t\tGROUP g {\n\t\t\tTARGET u\n\t\t\tLUN 0 a\n\t\t}\n"),
			"c:4:4: error: TARGET cannot stand in GROUP g (opened in line 3), only in "
			"TARGET_DRIVER or TARGET_GROUP (is the '}' of GROUP g missing?)\n");
	EXPECT_MESSAGES(
		"HANDLER vdisk_nullio {\n\tHW_TARGET\n}\n",
		"c:2:2: error: HW_TARGET cannot stand in HANDLER vdisk_nullio, only in TARGET\n");
	EXPECT_MESSAGES("TARGET_DRIVER copy_manager {\n\tTARGET x\n}\n",
			"c:2:9: error: TARGET_DRIVER copy_manager cannot hold a TARGET 'x', only "
			"'copy_manager_tgt'\n");
	EXPECT_MESSAGES("TARGET_DRIVER copy_manager {\n\tTARGET\n}\n",
			"c:2:8: error: expected a name after 'TARGET': 'copy_manager_tgt'\n");
	EXPECT_MESSAGES(
		"TARGET_DRIVER copy_manager {\n\tTARGET copy_manager_tgt {\n\t\tGROUP g\n\t}\n}\n",
		"c:3:3: error: GROUP cannot stand in TARGET copy_manager_tgt (opened in line 2), "
		"only in TARGET; this one is of another kind: the kernel's own target for "
		"copies\n");
	EXPECT_MESSAGES(
		"DEVICE_GROUP g {\nTARGET_GROUP h {\nTARGET t {\nHW_TARGET\n}\n}\n}\n",
		"c:4:1: error: HW_TARGET cannot stand in TARGET t, only in TARGET; this one is of "
		"another kind: target port of the group, of this node or another\n");
	EXPECT_MESSAGES(
		"HANDLER vdisk_nullio {\n\tALUA\n\tHANDLER x\n}\n",
		"c:2:2: error: ALUA cannot stand in HANDLER vdisk_nullio (opened in line 1), only "
		"at the top level (is the '}' of HANDLER vdisk_nullio missing?)\n"
		"c:3:2: error: HANDLER cannot stand in HANDLER vdisk_nullio (opened in line 1), "
		"only at the top level (is the '}' of HANDLER vdisk_nullio missing?)\n");
}

static void surplus_words_are_refused_and_not_shown(void **state)
{
	(void)state;
	EXPECT_MESSAGES(
		TARGET_T("\t\tIncomingUser joe hidden-password\n"),
		"c:3:20: error: expected a newline after the value of 'IncomingUser' (quote a "
		"value that holds blanks)\n");
	EXPECT_MESSAGES(
		TARGET_T("\t\tLUN 0 a b\n\t\tGROUP g h {\n\t\t}\n\t\tHW_TARGET 1\n"),
		"c:3:11: error: expected '{' or a newline after the device (quote a name that "
		"holds blanks)\n"
		"c:4:11: error: expected '{' or a newline after the name (quote a name that holds "
		"blanks)\n"
		"c:6:13: error: expected a newline after HW_TARGET\n");
	EXPECT_MESSAGES("ALUA x {\n}\n", "c:1:6: error: expected '{' or a newline after ALUA\n");
	EXPECT_MESSAGES("a \"x\"y\n",
			"c:1:6: error: expected a blank or a newline after the closing quote "
			"(write \\\" for a quote inside quotes)\n");
	EXPECT_MESSAGES(
		"HANDLER a {\n} b 1\n}\n",
		"c:2:3: error: expected a newline after '}'\n"
		"c:3:1: error: this '}' closes nothing: HANDLER a, opened in line 1, is closed in "
		"line 2 already (scstadmin ends the file here, without a word)\n");
}

static void assignments_are_refused(void **state)
{
	static const char hint[] = " (write the name, a blank and the value; quote a name or value "
				   "that holds a '=')\n";
	LW_AUTO_STR struct lw_str want = LW_STR_INIT;

	(void)state;
	lw_str_addf(&want, "c:1:8: error: expected a blank after 'threads', found '='%s", hint);
	lw_str_addf(&want, "c:2:9: error: expected a value, found '='%s", hint);
	lw_str_addf(&want, "c:3:8: error: expected a blank after 'threads', found '='%s", hint);
	lw_str_addf(&want, "c:4:9: error: expected a value, found '='%s", hint);
	EXPECT_MESSAGES("threads=4\nthreads = 4\nthreads= 4\nthreads =\n", lw_str_text(&want));
	EXPECT_MESSAGES("threads =4\n",
			"c:1:9: warning: the value begins with '=' (quote the value if that "
			"is meant)\n");
	EXPECT_CLEAN("a \"=4\"\n\"a=b\" 1\n");
}

static void broken_words_are_refused(void **state)
{
	(void)state;
	EXPECT_MESSAGES("a \"x\nb 1\n",
			"c:1:3: error: this quote is not closed (a value ends on the line it "
			"begins on)\n");
	EXPECT_MESSAGES(
		"HANDLER \"x {\n}\nb 1 2\n",
		"c:1:9: error: this quote is not closed (a value ends on the line it begins on)\n"
		"c:3:5: error: expected a newline after the value of 'b' (quote a value that holds "
		"blanks)\n");
	EXPECT_MESSAGES("a x\\\nb 1\n",
			"c:1:4: error: a backslash at the end of a line continues nothing (a "
			"statement ends with its line)\n");
	EXPECT_MESSAGES("a x\\qy\n",
			"c:1:4: warning: this backslash is dropped: only # \\ \" { } * can stand "
			"behind one (write \\\\ for a backslash)\n");
	EXPECT_MESSAGES("a \001\n",
			"c:1:3: error: control byte 0x01 (inside quotes it would be kept)\n");
	EXPECT_MESSAGES("a x;\n",
			"c:1:4: error: expected a blank or a newline, found ';' (end the statement "
			"with a newline, or quote the value that holds it)\n");
}

static void what_is_no_text_is_told_once(void **state)
{
	static const char elf[] = "\177ELF\2\1\1\0\0{}{}\n\0\n", comment[] = "a 1\n# \0\nb c d\n";

	(void)state;
	expect_messages_at(elf, sizeof(elf) - 1,
			   "c:1:8: error: this is no text: here stands a NUL byte (scst.conf is "
			   "plain text, in ASCII or UTF-8)\n",
			   __FILE__, __LINE__);
	expect_messages_at(comment, sizeof(comment) - 1,
			   "c:2:3: error: this is no text: here stands a NUL byte (scst.conf is "
			   "plain text, in ASCII or UTF-8)\n",
			   __FILE__, __LINE__);
}

static void a_procfs_era_file_is_told_by_its_name(void **state)
{
	static const char want[] =
		"c:2:1: error: this is a configuration file of SCST 1.x (procfs), another "
		"language (let the scstadmin of that installation write a new one: "
		"scstadmin -write_config FILE)\n";

	(void)state;
	EXPECT_MESSAGES("# old\n[HANDLER vdisk]\nDEVICE a, /a\n[GROUP x]\n", want);
	EXPECT_MESSAGES("# old\n[GROUP x]\n", want);
	EXPECT_MESSAGES("# old\n[ASSIGNMENT x]\n", want);
}

static void blocks_without_a_name_hide_nothing_behind_them(void **state)
{
	(void)state;
	EXPECT_MESSAGES(
		"{\n\ta b c\n\t{\n\t}\n}\na=b\n",
		"c:1:1: error: expected a keyword and a name before '{'\n"
		"c:6:2: error: expected a blank after 'a', found '=' (write the name, a blank and "
		"the value; quote a name or value that holds a '=')\n");
}

/* ---- the same object twice */

static void handlers_and_drivers_merge(void **state)
{
	EXPECT_CLEAN("HANDLER h {\n\tDEVICE a\n}\nHANDLER h {\n\tDEVICE b\n}\n");
	(void)state;
	EXPECT_WRITTEN(
		"HANDLER vdisk_nullio {\n\tDEVICE a\n}\nTARGET_DRIVER iscsi {\n\tenabled 1\n}\n"
		"HANDLER vdisk_nullio {\n\tDEVICE b\n}\nTARGET_DRIVER iscsi {\n\tTARGET t\n}\nALUA "
		"{\n}\n"
		"ALUA {\n}\n",
		"ALUA {\n}\n\nHANDLER vdisk_nullio {\n\tDEVICE a\n\tDEVICE b\n}\n\n"
		"TARGET_DRIVER iscsi {\n\tenabled 1\n\tTARGET t\n}\n");
	EXPECT_MESSAGES(
		"TARGET_DRIVER iscsi {\n\tenabled 1\n}\nTARGET_DRIVER iscsi {\n\tenabled 0\n}\n",
		"c:5:2: error: 'enabled' has another value in line 2 (keep one of the two: "
		"scstadmin "
		"would write both, in any order)\n");
}

static void devices_targets_and_groups_do_not(void **state)
{
	static const char hint[] =
		" (make one block of the two: scstadmin would forget the first)\n";
	LW_AUTO_STR struct lw_str want = LW_STR_INIT;

	(void)state;
	lw_str_addf(&want, "c:3:2: error: DEVICE a is declared in line 2 already%s", hint);
	lw_str_addf(&want, "c:7:2: error: TARGET t is declared in line 6 already%s", hint);
	lw_str_addf(&want, "c:10:3: error: GROUP g is declared in line 9 already%s", hint);
	lw_str_addf(&want, "c:15:1: error: DEVICE_GROUP d is declared in line 13 already%s", hint);
	EXPECT_MESSAGES("HANDLER vdisk_nullio {\n\tDEVICE a\n\tDEVICE a\n}\nTARGET_DRIVER iscsi "
			"{\n\tTARGET t\n"
			"\tTARGET t {\n\t}\n\tTARGET u { GROUP g\n\t\tGROUP "
			"g\n\t}\n}\nDEVICE_GROUP d {\n}\n"
			"DEVICE_GROUP d {\n}\n",
			lw_str_text(&want));
}

static void members_may_be_listed_again(void **state)
{
	(void)state;
	EXPECT_MESSAGES(TARGET_T("\t\tGROUP g {\n\t\t\tINITIATOR i\n\t\t\tINITIATOR i\n\t\t}\n"),
			"c:5:4: warning: INITIATOR i stands in line 4 already\n");
	EXPECT_MESSAGES("DEVICE_GROUP d {\n\tDEVICE a\n\tDEVICE a\n\tTARGET_GROUP g {\n\t\tTARGET "
			"t\n\t\tTARGET t {\n"
			"\t\t\trel_tgt_id 5\n\t\t}\n\t}\n}\n",
			"c:3:2: warning: DEVICE a stands in line 2 already\n"
			"c:6:3: warning: TARGET t stands in line 5 already\n");
}

/* ---- what becomes of it */

static void references_are_resolved(void **state)
{
	static const char text[] =
		"TARGET_DRIVER iscsi {\n\tTARGET t {\n\t\tLUN 0 a\n\t\tLUN 1 b\n\t}\n}\n" DEVICE_A
		"DEVICE_GROUP d {\n\tDEVICE a\n\tTARGET_GROUP g {\n\t\tTARGET t\n"
		"\t\tTARGET u\n\t}\n}\n";
	struct lw_tree *tree = must_read(text, strlen(text));
	lw_node group = find(tree, "DEVICE_GROUP", "d");
	lw_node lun0 = find(tree, "LUN", "0"), lun1 = find(tree, "LUN", "1");

	(void)state;
	assert_string_equal(lw_node_name(tree, lw_node_ref(tree, lun0)), "a");
	assert_int_equal(lw_node_ref(tree, lun1), 0);
	assert_string_equal(lw_node_ref_name(tree, lun1), "b");
	assert_int_equal(lw_node_ref(tree, lw_node_first(tree, group)), lw_node_ref(tree, lun0));
	lw_tree_free(tree);
}

static void everything_knows_its_place(void **state)
{
	static const char text[] = "setup_id 1\n" DEVICE_A TARGET_T("\t\tenabled 1\n\n  LUN 0 a\n");
	struct lw_tree *tree = must_read(text, strlen(text));
	struct lw_place place = lw_node_where(tree, find(tree, "LUN", "0"));

	(void)state;
	assert_string_equal(place.file, "c");
	assert_int_equal(place.line, 11);
	assert_int_equal(place.column, 3);
	place = lw_node_attr_where(tree, find(tree, "TARGET", "t"), 0);
	assert_int_equal(place.line, 9);
	assert_int_equal(place.column, 3);
	place = lw_node_attr_where(tree, lw_tree_root(tree), 0);
	assert_int_equal(place.line, 1);
	assert_int_equal(place.column, 1);
	lw_tree_free(tree);
}

static void lun_numbers_have_one_spelling(void **state)
{
	(void)state;
	EXPECT_WRITTEN(TARGET_T("LUN 0x10 c\nLUN 9 b\nLUN 2 a\n"),
		       TARGET_T("\t\tLUN 2 a\n\t\tLUN 9 b\n\t\tLUN 16 c\n"));
	EXPECT_MESSAGES(TARGET_T("\t\tLUN 010 a\n"), "c:3:7: warning: LUN 010 is read as a decimal "
						     "number; the kernel would read an octal "
						     "one (write it without the leading 0)\n");
	EXPECT_MESSAGES(
		TARGET_T("\t\tLUN -1 a\n\t\tLUN 18446744073709551616 a\n"),
		"c:3:7: error: expected a number after 'LUN', found '-1'\n"
		"c:4:7: error: expected a number after 'LUN', found '18446744073709551616'\n");
}

static void a_devices_folder_is_dropped(void **state)
{
	static const char text[] =
		"HANDLER vcdrom {\n\tDEVICE /dev/cdrom\n}\n" TARGET_T("\t\tLUN 0 /dev/cdrom\n");

	(void)state;
	EXPECT_MESSAGES(
		text,
		"c:2:9: warning: device '/dev/cdrom' is read as 'cdrom' (a device's name is no "
		"path: write it without /dev/)\n"
		"c:6:9: warning: device '/dev/cdrom' is read as 'cdrom' (a device's name is no "
		"path: write it without /dev/)\n");
	EXPECT_WRITTEN(text,
		       "HANDLER vcdrom {\n\tDEVICE cdrom\n}\n\n" TARGET_T("\t\tLUN 0 cdrom\n"));
	/* Quoted, it is what it is, and the check refuses it. */
	EXPECT_CLEAN("HANDLER vcdrom {\n\tDEVICE \"/dev/cdrom\"\n}\n");
}

static void initiators_reach_the_kernel_without_backslashes(void **state)
{
	static const char text[] =
		TARGET_T("GROUP g {\nINITIATOR iqn.x:\\*\\#10.0.0.1 {\n}\nINITIATOR \\*\n}\n");
	struct lw_tree *tree = must_read(text, strlen(text));

	(void)state;
	EXPECT_CLEAN(text);
	find(tree, "INITIATOR", "iqn.x:*#10.0.0.1");
	find(tree, "INITIATOR", "*");
	lw_tree_free(tree);
}

static void unknown_attributes_are_kept(void **state)
{
	EXPECT_CLEAN(
		"frobs 5\nHANDLER my_handler {\n\tgrain 3\n\tDEVICE x {\n\t\thue red\n\t}\n}\n");
	(void)state;
	EXPECT_WRITTEN(
		"HANDLER my_handler {\n\tgrain 3\n\tDEVICE x {\n\t\thue2 \"dark red\"\n\t}\n}\n",
		"HANDLER my_handler {\n\tgrain 3\n\tDEVICE x {\n\t\thue2 \"dark red\"\n\t}\n}\n");
}

/* ---- limits */

static void expect_flood(const char *start, size_t errors, const char *message, const char *hint)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_report *report = lw_report_new();
	struct lw_tree *tree = NULL;
	const struct lw_problem *last;

	lw_str_add(&text, start);
	for (unsigned i = 0; i < 1000; i++)
		lw_str_add(&text, "a b c\n");
	assert_int_equal(
		lw_format_read(LW_FORMAT_SCST_CONF, "c", text.data, text.len, NULL, &tree, report),
		-EINVAL);
	assert_int_equal(lw_report_count(report, LW_ERROR), errors);
	last = lw_report_get(report, lw_report_size(report) - 1);
	assert_int_equal(last->severity, LW_NOTE);
	assert_string_equal(last->message, message);
	assert_string_equal(last->hint ? last->hint : "", hint);
	lw_report_free(report);
}

static void a_flood_of_mistakes_ends_the_reading(void **state)
{
	(void)state;
	expect_flood("HANDLER x\n", 100, "100 mistakes: nothing behind this is read", "");
	expect_flood("", 20, "20 mistakes: nothing behind this is read",
		     "is this scst.conf? no object is declared");
}

static void words_and_nesting_have_limits(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;

	(void)state;
	lw_str_add(&text, "a ");
	for (unsigned i = 0; i < 65536; i++)
		lw_str_add_char(&text, 'x');
	lw_str_add_char(&text, '\n');
	expect_messages_at(text.data, text.len, "", __FILE__, __LINE__);
	text.data[text.len - 1] = 'x';
	expect_messages_at(text.data, text.len,
			   "c:1:3: error: a word of 65537 bytes; the limit is 65536\n", __FILE__,
			   __LINE__);

	lw_str_clear(&text);
	for (unsigned i = 0; i < 20; i++)
		lw_str_add(&text, "{\n");
	expect_messages_at(text.data, text.len,
			   "c:1:1: error: expected a keyword and a name before '{'\n"
			   "c:16:1: error: more than 15 blocks within each other: nothing behind "
			   "this is read\n",
			   __FILE__, __LINE__);
}

static void many_instances_are_read_in_linear_time(void **state)
{
	LW_AUTO_STR struct lw_str text = LW_STR_INIT;
	struct lw_tree *tree;

	(void)state;
	lw_str_add(&text, "TARGET_DRIVER iscsi {\nTARGET t {\n");
	for (unsigned i = 0; i < 60000; i++)
		lw_str_addf(&text, "allowed_portal 10.%u.%u.%u\n", i >> 16, i >> 8 & 255, i & 255);
	lw_str_add(&text, "}\n}\n");
	tree = must_read(text.data, text.len);
	assert_int_equal(lw_node_attr_count(tree, find(tree, "TARGET", "t")), 60000);
	lw_tree_free(tree);

	/* One more than a node can hold is refused, not lost. */
	lw_str_clear(&text);
	lw_str_add(&text, "TARGET_DRIVER iscsi {\nTARGET t {\n");
	for (unsigned i = 0; i < 65536; i++)
		lw_str_addf(&text, "allowed_portal 10.%u.%u.%u\n", i >> 16, i >> 8 & 255, i & 255);
	expect_messages_at(text.data, text.len,
			   "c:65538:1: error: too many attributes: nothing behind this is read\n",
			   __FILE__, __LINE__);
}

static void a_shared_pool_and_no_report_will_do(void **state)
{
	struct lw_tree *first = must_read(DEVICE_A, strlen(DEVICE_A)), *second = NULL;

	(void)state;
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "d", DEVICE_A, strlen(DEVICE_A), first,
					&second, NULL),
			 0);
	lw_tree_free(first);
	find(second, "DEVICE", "a");
	lw_tree_free(second);
	second = NULL;
	assert_int_equal(lw_format_read(LW_FORMAT_SCST_CONF, "d", "}", 1, NULL, &second, NULL),
			 -EINVAL);
	assert_null(second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(b01_comments_end_values_and_escaped_hashes_do_not),
		cmocka_unit_test(b02_a_hash_inside_a_word_is_kept_and_told),
		cmocka_unit_test(b03_layout_is_free),
		cmocka_unit_test(b04_one_line_blocks_are_refused),
		cmocka_unit_test(b05_mistakes_have_their_true_line),
		cmocka_unit_test(b05_a_missing_brace_names_the_open_block),
		cmocka_unit_test(b05_an_extra_brace_names_the_closed_block),
		cmocka_unit_test(b06_bare_declarations_in_a_row_are_all_there),
		cmocka_unit_test(b07_one_lun_number_twice_in_a_set_is_refused),
		cmocka_unit_test(b07_mistakes_of_meaning_are_told_together),
		cmocka_unit_test(b08_repeated_attributes),
		cmocka_unit_test(b09_values_of_any_bytes_are_read),
		cmocka_unit_test(b10_a_dump_of_all_attributes_is_read),
		cmocka_unit_test(b11_write_read_write_is_stable),
		cmocka_unit_test(the_examples_make_sense),
		cmocka_unit_test(keywords_are_exact),
		cmocka_unit_test(capitals_are_no_attribute),
		cmocka_unit_test(keywords_know_their_place),
		cmocka_unit_test(surplus_words_are_refused_and_not_shown),
		cmocka_unit_test(assignments_are_refused),
		cmocka_unit_test(broken_words_are_refused),
		cmocka_unit_test(what_is_no_text_is_told_once),
		cmocka_unit_test(a_procfs_era_file_is_told_by_its_name),
		cmocka_unit_test(blocks_without_a_name_hide_nothing_behind_them),
		cmocka_unit_test(handlers_and_drivers_merge),
		cmocka_unit_test(devices_targets_and_groups_do_not),
		cmocka_unit_test(members_may_be_listed_again),
		cmocka_unit_test(references_are_resolved),
		cmocka_unit_test(everything_knows_its_place),
		cmocka_unit_test(lun_numbers_have_one_spelling),
		cmocka_unit_test(a_devices_folder_is_dropped),
		cmocka_unit_test(initiators_reach_the_kernel_without_backslashes),
		cmocka_unit_test(unknown_attributes_are_kept),
		cmocka_unit_test(a_flood_of_mistakes_ends_the_reading),
		cmocka_unit_test(words_and_nesting_have_limits),
		cmocka_unit_test(many_instances_are_read_in_linear_time),
		cmocka_unit_test(a_shared_pool_and_no_report_will_do),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
