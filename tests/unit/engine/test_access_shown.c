/* SPDX-License-Identifier: Apache-2.0 */
/* M14 No secret in what is told of an access to the kernel's files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "engine/engine.h"
#include "schema/schema.h"

#define T "targets/iscsi/"

static const struct {
	const char *path, *text, *shown;
} cases[] = {
	{ "handlers/vdisk_fileio/mgmt", "add_device a filename=/srv/a; read_only=1\n",
	  "add_device a filename=/srv/a; read_only=1" },
	{ "setup_id", "0x0\n[key]\n", "0x0\\x0a[key]" },
	{ T "IncomingUser", "joe a-secret-word\n[key]\n", "***" },
	{ T "t/OutgoingUser12", "joe a-secret-word", "***" },
	{ T "mgmt", "add_attribute IncomingUser joe a-secret-word",
	  "add_attribute IncomingUser ***" },
	{ T "mgmt", "ADD_TARGET_ATTRIBUTE t INCOMINGUSER joe x",
	  "ADD_TARGET_ATTRIBUTE t INCOMINGUSER ***" },
	{ T "mgmt", "add_target t rel_tgt_id=1;IncomingUser=joe a-secret-word;x=1",
	  "add_target t rel_tgt_id=1;IncomingUser ***" },
	/* What no vocabulary knows, but speaks of it. */
	{ T "t/chap_password", "x", "***" },
	{ T "mgmt", "add_attribute some_password x", "add_attribute some_password ***" },
	{ T "t/enabled", "1\n", "1" },
	{ "suspend", "-1", "-1" },
	{ "x", "\n", "\\x0a" },
	{ "x", "", "" },
};

static void secrets_are_hidden(void **state)
{
	const struct lw_schema *schema = lw_schema_find("scst");

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		LW_AUTO_STR struct lw_str out = LW_STR_INIT;

		lw_access_shown(schema, cases[i].path, cases[i].text, strlen(cases[i].text), &out);
		assert_string_equal(lw_str_text(&out), cases[i].shown);
	}
}

static void long_texts_are_cut(void **state)
{
	LW_AUTO_STR struct lw_str out = LW_STR_INIT;
	char text[4096];

	(void)state;
	memset(text, 'a', sizeof(text));
	lw_access_shown(lw_schema_find("scst"), "x", text, sizeof(text), &out);
	assert_int_equal(out.len, 303);
	assert_string_equal(lw_str_text(&out) + 298, "aa...");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(secrets_are_hidden),
		cmocka_unit_test(long_texts_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
