/* SPDX-License-Identifier: Apache-2.0 */
/* Names and values of LIO: what is accepted, how it is shown, what is refused. */
#include <arpa/inet.h>

#include "schema/lio_hooks.h"
#include "schema/lio_kinds.h"
#include "schema/lio_types.h"
#include "schema_test.h"

static void names(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_lio_name, .max_len = 255 };

	(void)state;
	EXPECT_VALUES(spec, { "web01", "web01" }, { "a_b:c=d;e", "a_b:c=d;e" }, { "A", "A" },
		      { "a b", NULL }, { "a/b", NULL }, { "a\tb", NULL }, { "", NULL },
		      { ".", NULL }, { "..", NULL });
}

static void wwns_are_lower_case(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_lio_wwn, .max_len = 40 };

	(void)state;
	EXPECT_VALUES(spec, { "IQN.2003-01.org.Example:X", "iqn.2003-01.org.example:x" },
		      { "naa.500140512345ABCD", "naa.500140512345abcd" }, { "a b", NULL },
		      { "iqn.2003-01.org.example:a-name-too-long-for-it", NULL }, { "", NULL });
}

/* The kernel looks at the first character, so that 0x1 is no. */
static void booleans(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_lio_bool };

	(void)state;
	EXPECT_VALUES(spec, { "0", "0" }, { "1", "1" }, { "y", "1" }, { "Yes", "1" },
		      { "true", "1" }, { "on", "1" }, { "ON", "1" }, { "n", "0" }, { "No", "0" },
		      { "false", "0" }, { "off", "0" }, { "0x1", "0" }, { "2", NULL }, { "", NULL },
		      { " 1", NULL }, { "o", NULL }, { "ox", NULL }, { "-1", NULL });
}

static void paths(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_lio_path, .max_len = 12 };
	struct lw_error why = LW_ERROR_INIT;

	(void)state;
	EXPECT_VALUES(spec, { "/srv/a b", "/srv/a b" }, { "/dev/vg/a=b;", "/dev/vg/a=b;" },
		      { "/srv/a,b", NULL }, { "srv/a", NULL }, { "", NULL }, { "/srv/a\nb", NULL },
		      { "/srv/too-long", NULL });
	assert_null(canon_of(&spec, "/srv/a,b", &why));
	assert_int_equal(why.code, LW_CODE_UNSUPPORTED);
}

static void lists_are_sets(void **state)
{
	static const char *const words[] = { "CHAP", "None", NULL };
	const struct lw_attr_spec spec = { .type = &lw_lio_list, .words = words };
	struct lw_error why = LW_ERROR_INIT;

	(void)state;
	EXPECT_VALUES(spec, { "CHAP", "CHAP" }, { "CHAP,None", "CHAP,None" },
		      { "None,CHAP", "CHAP,None" }, { "CHAP, None", "CHAP,None" },
		      { "None", "None" }, { "CHAP,CHAP", "CHAP" }, { ",CHAP", "CHAP" },
		      { "", NULL }, { ",", NULL }, { "chap", NULL }, { "CHAP,MD5", NULL },
		      { "MD5,CHAP", NULL });
	assert_null(canon_of(&spec, "MD5", &why));
	assert_string_equal(why.message, "with commas between, some of CHAP, None");
}

static void words_have_numbers(void **state)
{
	const struct lw_attr_spec *type = row_of(&lw_schema_lio, "so_alua", "alua_access_type");
	const struct lw_attr_spec *status = row_of(&lw_schema_lio, "so_alua", "alua_access_status");

	(void)state;
	EXPECT_VALUES(*type, { "None", "0" }, { "Implicit", "1" }, { "Explicit", "2" },
		      { "Implicit and Explicit", "3" }, { "3", "3" }, { "03", "3" }, { "4", NULL },
		      { "implicit", NULL }, { "", NULL }, { "-1", NULL });
	EXPECT_VALUES(*status, { "None", "0" }, { "Altered by Explicit STPG", "1" },
		      { "Altered by Implicit ALUA", "2" }, { "3", NULL });
}

/* As the tools round: to the nearest page, halves to the even one, and never to none. */
static void ramdisks_have_whole_pages(void **state)
{
	const struct lw_attr_spec *size = row_of(&lw_schema_lio, "ramdisk_so", "size");

	(void)state;
	EXPECT_VALUES(*size, { "4096", "4096" }, { "0x1000", "4096" }, { "4000", "4096" },
		      { "4097", "4096" }, { "1", "4096" }, { "0", "4096" }, { "1M", "1048576" },
		      { "6143", "4096" }, { "6144", "8192" }, { "6145", "8192" },
		      { "10240", "8192" }, { "10241", "12288" }, { "100000", "98304" },
		      { "18446744073709551615", "18446744073709547520" },
		      { "18446744073709551616", NULL }, { "", NULL }, { "abc", NULL },
		      { "-1", NULL });
}

static void some_numbers_are_off_at_0(void **state)
{
	const struct lw_attr_spec *nopin = row_of(&lw_schema_lio, "acl", "nopin_timeout");
	struct lw_error why = LW_ERROR_INIT;

	(void)state;
	EXPECT_VALUES(*nopin, { "0", "0" }, { "00", "0" }, { "3", "3" }, { "0xf", "15" },
		      { "60", "60" }, { "1", NULL }, { "2", NULL }, { "61", NULL }, { "-1", NULL },
		      { "", NULL });
	assert_null(canon_of(nopin, "2", &why));
	assert_string_equal(why.message, "0, or a number from 3 to 60");
}

static void credentials(void **state)
{
	const struct lw_attr_spec *password = row_of(&lw_schema_lio, "tpg", "password");
	char text[258];

	(void)state;
	EXPECT_VALUES(*password, { "correct-horse-9", "correct-horse-9" }, { " x ", "x" },
		      { "NULL", NULL }, { " NULL", NULL }, { "", "" }, { "null", "null" },
		      { "a=b c", "a=b c" }, { "a\nb", NULL });
	memset(text, 'p', sizeof(text));
	text[256] = '\0';
	EXPECT_VALUES(*password, { text, NULL });
	text[255] = '\0';
	EXPECT_VALUES(*password, { text, text });
}

static void portals(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_lio_portal };

	(void)state;
	EXPECT_VALUES(
		spec, { "10.1.0.5:3260", "10.1.0.5:3260" },
		{ "127.000.000.001:3261", "127.0.0.1:3261" }, { "0.0.0.0:3260", "0.0.0.0:3260" },
		{ "[::0]:3260", "[::0]:3260" }, { "[::]:3260", "[::0]:3260" },
		{ "[2001:DB8:0:0:0:0:0:1]:3260", "[2001:db8::1]:3260" },
		{ "[fe80::1%lo]:3260", "[fe80::1%lo]:3260" }, { "[fe80::1]:3260", NULL },
		{ "[febf::1]:3260", NULL }, { "[fec0::1]:3260", "[fec0::1]:3260" },
		{ "10.1.0.5:03260", "10.1.0.5:3260" }, { "10.1.0.5", NULL }, { "10.1.0.5:", NULL },
		{ "10.1.0.5:65536", NULL }, { "10.1.0.5:0", NULL }, { "10.1.0:3260", NULL },
		{ "10.1.0.256:3260", NULL }, { "10.1.0.5.6:3260", NULL }, { "10.1..5:3260", NULL },
		{ "host.example:3260", NULL }, { "::1:3260", NULL }, { "[::1:3260", NULL },
		{ "[]:3260", NULL }, { "[::1]3260", NULL }, { "[::1%]:3260", NULL },
		{ "[10.0.0.1]:3260", NULL }, { "", NULL }, { ":", NULL }, { ":3260", NULL },
		{ " 10.1.0.5:3260", NULL }, { "10.1.0.5:0x10", NULL },
		{ "[2001:db8:1:2:3:4:5:6:7:8:9:a:b:c:d:e:f:1:2:3]:3260", NULL });
}

/* Every address has one spelling, whatever the random one was. */
static void portals_have_one_spelling(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_lio_portal };
	uint64_t seed = 3;

	(void)state;
	for (unsigned n = 0; n < 2000; n++) {
		unsigned char b[16];
		char plain[64], odd[80], shown[INET6_ADDRSTRLEN];
		char *a, *c;

		for (size_t i = 0; i < sizeof(b); i++)
			b[i] = next_random(&seed) % 3 ? 0 : (unsigned char)next_random(&seed);
		inet_ntop(AF_INET6, b, shown, sizeof(shown));
		snprintf(plain, sizeof(plain), "[%s]:3260", shown);
		snprintf(odd, sizeof(odd), "[%x:%x:%x:%x:%x:%x:%X:%X]:03260", b[0] << 8 | b[1],
			 b[2] << 8 | b[3], b[4] << 8 | b[5], b[6] << 8 | b[7], b[8] << 8 | b[9],
			 b[10] << 8 | b[11], b[12] << 8 | b[13], b[14] << 8 | b[15]);
		a = canon_of(&spec, plain, NULL);
		c = canon_of(&spec, odd, NULL);
		assert_non_null(a);
		assert_non_null(c);
		assert_string_equal(a, c);
		free(a);
		free(c);
	}
}

static lw_node add_portal(struct lw_tree *tree, lw_node tpg, const char *name)
{
	return add_node(tree, tpg, LIO_PORTAL, name);
}

static void wildcards_cover_addresses(void **state)
{
	static const struct {
		const char *a, *b;
		bool want;
	} cases[] = {
		{ "10.0.0.1:3260", "10.0.0.1:3260", true },
		{ "10.0.0.1:3260", "10.0.0.2:3260", false },
		{ "10.0.0.1:3260", "10.0.0.1:3261", false },
		{ "0.0.0.0:3260", "10.0.0.1:3260", true },
		{ "0.0.0.0:3260", "10.0.0.1:3261", false },
		{ "0.0.0.0:3260", "[fd00::5]:3260", false },
		{ "[::0]:3260", "[fd00::5]:3260", true },
		{ "[::0]:3260", "10.0.0.1:3260", true }, /* unless bindv6only */
		{ "[::0]:3260", "0.0.0.0:3260", true },
		{ "[fd00::5]:3260", "[fd00::5]:3260", true },
		{ "[fd00::5]:3260", "10.0.0.1:3260", false },
	};
	struct lw_tree *tree = lw_tree_new(&lw_schema_lio);
	lw_node fabric = add_node(tree, lw_tree_root(tree), LIO_ISCSI_FABRIC, "iscsi");
	lw_node target = add_node(tree, fabric, LIO_TARGET, "iqn.2003-01.org.example:x");

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char number[12];
		lw_node one, two, a, b;

		snprintf(number, sizeof(number), "%zu", 2 * i);
		one = add_node(tree, target, LIO_TPG, number);
		snprintf(number, sizeof(number), "%zu", 2 * i + 1);
		two = add_node(tree, target, LIO_TPG, number);
		a = add_portal(tree, one, cases[i].a);
		b = add_portal(tree, two, cases[i].b);
		if (lw_lio_portals_overlap(tree, a, tree, b) != cases[i].want ||
		    lw_lio_portals_overlap(tree, b, tree, a) != cases[i].want)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
	}
	lw_tree_free(tree);
}

/* Whether the keys let the two be compared. */
static bool are_compared(const struct lw_tree *tree, lw_node a, lw_node b)
{
	uint32_t exact[2], rough[2];

	lw_lio_portal_keys(tree, a, &exact[0], &rough[0]);
	lw_lio_portal_keys(tree, b, &exact[1], &rough[1]);
	if (lw_lio_portals_overlap(tree, a, NULL, 0) || lw_lio_portals_overlap(tree, b, NULL, 0))
		return rough[0] == rough[1];
	return exact[0] == exact[1];
}

/* Wildcards: of their port another name may be refused. All others are compared with those of their own address only. */
static void portals_that_stand_for_others(void **state)
{
	static const struct {
		const char *name;
		bool want;
	} cases[] = {
		{ "10.0.0.1:3260", false },  { "0.0.0.0:3260", true },
		{ "[fd00::5]:3260", false }, { "[::0]:3260", true },
		{ "[fe80::1]:3260", false }, { "[fe80::1%eth0]:3260", false },
		{ "[::0%eth0]:3260", true }, { "0.0.0.0:3261", true },
		{ "nonsense", false },
	};
	struct lw_tree *tree = lw_tree_new(&lw_schema_lio);
	lw_node fabric = add_node(tree, lw_tree_root(tree), LIO_ISCSI_FABRIC, "iscsi");
	lw_node target = add_node(tree, fabric, LIO_TARGET, "iqn.2003-01.org.example:x");
	lw_node tpg = add_node(tree, target, LIO_TPG, "1"), all[ARRAY_LEN(cases)];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		all[i] = add_portal(tree, tpg, cases[i].name);
		if (lw_lio_portals_overlap(tree, all[i], NULL, 0) != cases[i].want)
			fail_msg("%s", cases[i].name);
	}
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		for (size_t k = 0; k < i; k++)
			if (lw_lio_portals_overlap(tree, all[i], tree, all[k]) &&
			    !are_compared(tree, all[i], all[k]))
				fail_msg("%s and %s", cases[i].name, cases[k].name);
	assert_false(are_compared(tree, all[1], all[7])); /* other ports */
	assert_false(are_compared(tree, all[0], all[2]));
	lw_tree_free(tree);
}

/* What is no portal at all is at least itself. */
static void names_that_are_no_portal(void **state)
{
	struct lw_tree *tree = lw_tree_new(&lw_schema_lio);
	lw_node fabric = add_node(tree, lw_tree_root(tree), LIO_ISCSI_FABRIC, "iscsi");
	lw_node target = add_node(tree, fabric, LIO_TARGET, "iqn.2003-01.org.example:x");
	lw_node one = add_node(tree, target, LIO_TPG, "1"),
		two = add_node(tree, target, LIO_TPG, "2");
	lw_node a = add_portal(tree, one, "nonsense"), b = add_portal(tree, two, "nonsense");
	lw_node c = add_portal(tree, two, "0.0.0.0:3260");

	(void)state;
	assert_true(lw_lio_portals_overlap(tree, a, tree, b));
	assert_false(lw_lio_portals_overlap(tree, a, tree, c));
	lw_tree_free(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names),
		cmocka_unit_test(wwns_are_lower_case),
		cmocka_unit_test(booleans),
		cmocka_unit_test(paths),
		cmocka_unit_test(lists_are_sets),
		cmocka_unit_test(words_have_numbers),
		cmocka_unit_test(ramdisks_have_whole_pages),
		cmocka_unit_test(some_numbers_are_off_at_0),
		cmocka_unit_test(credentials),
		cmocka_unit_test(portals),
		cmocka_unit_test(portals_have_one_spelling),
		cmocka_unit_test(wildcards_cover_addresses),
		cmocka_unit_test(portals_that_stand_for_others),
		cmocka_unit_test(names_that_are_no_portal),
	};

	return cmocka_run_group_tests_name("schema: LIO types", tests, NULL, NULL);
}
