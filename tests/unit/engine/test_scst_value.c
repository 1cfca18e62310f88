/* SPDX-License-Identifier: Apache-2.0 */
#include "engine_test.h"

#include "engine/scst/reader.h"

static void check_value(const char *text, size_t len, const char *want, bool keyed)
{
	struct scst_value value = scst_value(text, len);

	if (value.len != strlen(want) || memcmp(value.text, want, value.len) != 0 ||
	    value.keyed != keyed)
		fail_msg("of \"%s\": \"%.*s\", %s", text, (int)value.len, value.text,
			 value.keyed ? "keyed" : "not keyed");
}
#define VALUE(text, want, keyed) check_value(text, sizeof(text) - 1, want, keyed)

static void the_value_is_the_first_line(void **state)
{
	(void)state;
	VALUE("64\n", "64", false);
	VALUE("64", "64", false);
	VALUE("0 - Direct-access device\n", "0 - Direct-access device", false);
	VALUE("version 1\ngeneration 0\n", "version 1", false);
	VALUE("ha.example \n\n", "ha.example ", false);
}

static void empty_values_are_values(void **state)
{
	(void)state;
	VALUE("", "", false);
	VALUE("\n", "", false);
	VALUE("\n\n", "", false);
	VALUE("\n[key]\n", "", true);
}

static void the_mark_stands_in_a_line_of_its_own(void **state)
{
	(void)state;
	VALUE("48\n[key]\n", "48", true);
	VALUE("/srv/disk1\n[key]\n\n", "/srv/disk1", true);
	VALUE("48\n[key]", "48", true);
	VALUE("a\n\nwords\n[key]\n", "a", true);
	VALUE("[key]\n", "[key]", false);
	VALUE("48 [key]\n", "48 [key]", false);
	VALUE("48\n[key] \n", "48", false);
	VALUE("48\n [key]\n", "48", false);
	VALUE("48\n[keys]\n", "48", false);
	VALUE("48\n[key", "48", false);
}

static void nuls_belong_to_the_value(void **state)
{
	static const char text[] = "a\0b\n[key]\n";
	struct scst_value value = scst_value(text, sizeof(text) - 1);

	(void)state;
	assert_int_equal(value.len, 3);
	assert_true(value.keyed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_value_is_the_first_line),
		cmocka_unit_test(empty_values_are_values),
		cmocka_unit_test(the_mark_stands_in_a_line_of_its_own),
		cmocka_unit_test(nuls_belong_to_the_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
