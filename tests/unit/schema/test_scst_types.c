/* SPDX-License-Identifier: Apache-2.0 */
/* Names and values of SCST: what is accepted, how it is shown, what is refused. */
#include "base/str.h"
#include "schema/scst_types.h"
#include "schema_test.h"

static void names(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_name, .max_len = 10 };

	(void)state;
	EXPECT_VALUES(spec, { "a", "a" }, { "Group-1", "Group-1" }, { "a.b:c", "a.b:c" },
		      { "\xc3\xa4", "\xc3\xa4" }, { "1234567890", "1234567890" },
		      { "12345678901", NULL }, { "", NULL }, { ".", NULL }, { "..", NULL },
		      { "a b", NULL }, { "a\tb", NULL }, { "a/b", NULL }, { "a=b", NULL },
		      { "a;b", NULL }, { "a\nb", NULL }, { "a\x7f", NULL }, { "...", "..." });
}

static void names_are_255_bytes_at_most(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_name };
	char name[257];

	(void)state;
	memset(name, 'x', sizeof(name));
	name[255] = '\0';
	EXPECT_VALUES(spec, { name, name });
	name[255] = 'x';
	name[256] = '\0';
	EXPECT_VALUES(spec, { name, NULL });
}

static void device_names(void **state)
{
	const struct lw_attr_spec *spec =
		&lw_schema_scst.kinds[kind_of(&lw_schema_scst, "fileio_device")].key;

	(void)state;
	EXPECT_VALUES(
		*spec, { "disk1", "disk1" }, { "1:2:3:4", "1:2:3:4" }, { "!@#", "!@#" },
		{ "my.dev", NULL }, { "a/b", NULL }, { "a=1", NULL },
		{ "0123456789012345678901234567890123456789012345678901234567890123",
		  "0123456789012345678901234567890123456789012345678901234567890123" },
		{ "01234567890123456789012345678901234567890123456789012345678901234", NULL });
}

static void port_names(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_port_name };

	(void)state;
	EXPECT_VALUES(spec, { "21:00:00:24:FF:00:00:01", "21:00:00:24:ff:00:00:01" },
		      { "fe80:0000:0000:0000:0002:C903:00", "fe80:0000:0000:0000:0002:c903:00" },
		      { "a b", NULL }, { "", NULL });
}

static void scsi_addresses(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_hcil };

	(void)state;
	EXPECT_VALUES(spec, { "0:0:0:0", "0:0:0:0" }, { "4:0:12:16383", "4:0:12:16383" },
		      { "04:0:0:01", "4:0:0:1" }, { "4:0:0", NULL }, { "4:0:0:0:0", NULL },
		      { "4:0::0", NULL }, { ":4:0:0", NULL }, { "4:0:0:x", NULL },
		      { "0x4:0:0:0", NULL }, { "", NULL }, { "disk", NULL }, { "-1:0:0:0", NULL });
}

static void initiators(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_initiator };

	(void)state;
	EXPECT_VALUES(
		spec, { "iqn.1994-05.com.redhat:*", "iqn.1994-05.com.redhat:*" },
		{ "iqn.1994-05.com.redhat:\\*", "iqn.1994-05.com.redhat:*" },
		{ "iqn.1994-05.com.redhat:h\\#192.0.2.10", "iqn.1994-05.com.redhat:h#192.0.2.10" },
		{ "!iqn.*", "!iqn.*" }, { "*", "*" }, { "\\*", "*" }, { "IQN.X", "IQN.X" },
		{ "a/b", NULL }, { "a\\/b", NULL }, { "a b", NULL }, { "", NULL }, { "!", NULL },
		{ "a=b", NULL }, { "dom\\host", "dom\\host" }, { "\\", "\\" }, { "a\\", "a\\" },
		{ "a\\\\#", "a#" }, { "!\\*", "!*" });
}

/* A refused name leaves nothing behind in what the caller builds. */
static void refusal_adds_nothing(void **state)
{
	static const struct lw_type *const types[] = {
		&lw_scst_name,	   &lw_scst_initiator, &lw_scst_naa_id,
		&lw_scst_eui64_id, &lw_scst_user,      &lw_scst_cpu_mask,
		&lw_scst_hcil,	   &lw_scst_digests,   &lw_scst_addresses,
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(types); i++) {
		const struct lw_attr_spec spec = { .type = types[i] };
		LW_AUTO_STR struct lw_str out = LW_STR_INIT;

		lw_str_add(&out, "before");
		assert_true(types[i]->canon(&spec, "a/;= b", 6, &out, NULL) < 0);
		assert_string_equal(lw_str_text(&out), "before");
	}
}

/* Who cannot be told from a typo is told why: the kernel's grammar has no quotes. */
static void what_cannot_be_expressed_is_unsupported(void **state)
{
	const struct lw_attr_spec name = { .type = &lw_scst_name };
	const struct lw_attr_spec user = { .type = &lw_scst_user };
	struct lw_error why = LW_ERROR_INIT;

	(void)state;
	assert_null(canon_of(&name, "a;b", &why));
	assert_int_equal(why.code, LW_CODE_UNSUPPORTED);
	assert_null(canon_of(&user, "joe pass=word12345", &why));
	assert_int_equal(why.code, LW_CODE_UNSUPPORTED);
	assert_null(canon_of(&user, "joe", &why));
	assert_int_equal(why.code, LW_CODE_INVALID);
}

static void block_sizes(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_blocksize };

	(void)state;
	EXPECT_VALUES(spec, { "512", "512" }, { "4096", "4096" }, { "0x1000", "4096" },
		      { "65536", "65536" }, { "0", NULL }, { "256", NULL }, { "500", NULL },
		      { "513", NULL }, { "1536", NULL }, { "4k", NULL }, { "", NULL },
		      { "-512", NULL }, { "4294967296", NULL });
}

static void media(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_medium };

	(void)state;
	EXPECT_VALUES(spec, { "", "" }, { "none", "" }, { "/srv/cd.iso", "/srv/cd.iso" },
		      { "cd.iso", NULL }, { "/srv/a b.iso", NULL }, { "None", NULL });
}

static void naa_identifiers(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_naa_id };

	(void)state;
	EXPECT_VALUES(
		spec,
		{ "0x6001405F00000000000000000000DB01", "0x6001405f00000000000000000000db01" },
		{ "6001405f00000000000000000000db01", "0x6001405f00000000000000000000db01" },
		{ "0X5001405123456789", "0x5001405123456789" },
		{ "2001405123456789", "0x2001405123456789" },
		{ "3001405123456789", "0x3001405123456789" }, { "", "" }, { "0", "" }, { "0x", "" },
		{ "0x0", "" }, { "1001405123456789", NULL },
		{ "5001405f00000000000000000000db01", NULL }, { "6001405123456789", NULL },
		{ "0x1234", NULL }, { "zz", NULL }, { "500140512345678g", NULL });
}

static void eui_identifiers(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_eui64_id };

	(void)state;
	EXPECT_VALUES(spec, { "0x0011223344556677", "0x0011223344556677" },
		      { "00112233445566AA", "0x00112233445566aa" },
		      { "001122334455667788990011", "0x001122334455667788990011" },
		      { "00112233445566778899001122334455", "0x00112233445566778899001122334455" },
		      { "", "" }, { "0", "" }, { "0x12345678", NULL },
		      { "0x001122334455667", NULL });
}

static void grouping(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_grouping };

	(void)state;
	EXPECT_VALUES(spec, { "auto", "auto" }, { "this_group_only", "this_group_only" },
		      { "never", "never" }, { "5", "5" }, { "0x5", "5" }, { "0", NULL },
		      { "Auto", NULL }, { "-1", NULL }, { "", NULL }, { "bogus", NULL });
}

static void cpu_masks(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_cpu_mask };
	char wide[4096];

	(void)state;
	EXPECT_VALUES(spec, { "3", "3" }, { "0", "0" }, { "00000003", "3" }, { "0xFF", "ff" },
		      { "ffffffff", "ffffffff" }, { "1ffffffff", "1,ffffffff" },
		      { "1,ffffffff", "1,ffffffff" }, { "00000001,ffffffff", "1,ffffffff" },
		      { "1,0", "1,00000000" }, { "1,1,1", "1,00000001,00000001" },
		      { "00000000,0000000f", "f" }, { "", NULL }, { ",", NULL }, { "1,", NULL },
		      { ",1", NULL }, { "1,,1", NULL }, { "1,123456789", NULL }, { "g", NULL });
	memset(wide, 'f', sizeof(wide));
	wide[sizeof(wide) - 1] = '\0';
	EXPECT_VALUES(spec, { wide, NULL });
	for (size_t i = 1; i < sizeof(wide) - 1; i += 2)
		wide[i] = ',';
	EXPECT_VALUES(spec, { wide, NULL });
}

static void users(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_user };
	char text[600];

	(void)state;
	EXPECT_VALUES(spec, { "joe 12charsecret", "joe 12charsecret" },
		      { "  joe \t 12charsecret ", "joe 12charsecret" },
		      { "joe secret-with-#-;", "joe secret-with-#-;" }, { "joe 11charsecre", NULL },
		      { "joe", NULL }, { "", NULL }, { "joe 12charsecret extra", NULL },
		      { "joe pass=word1234567", NULL }, { "j=oe 12charsecret", NULL },
		      { "joe 12char\nsecret", NULL });
	memset(text, 'x', sizeof(text));
	text[3] = ' ';
	text[513] = '\0';
	EXPECT_VALUES(spec, { text, NULL });
	text[512] = '\0';
	EXPECT_VALUES(spec, { text, text });
}

static void digests(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_digests, .fresh = "None" };

	(void)state;
	EXPECT_VALUES(spec, { "None", "None" }, { "CRC32C", "CRC32C" },
		      { "CRC32C,None", "None,CRC32C" }, { "None, CRC32C", "None,CRC32C" },
		      { ":default:", "None" }, { "", NULL }, { "crc32c", NULL }, { "Yes", NULL },
		      { "None,CRC32C,None", NULL }, { "None,MD5", NULL });
}

static void defaults_are_resolved(void **state)
{
	const struct lw_attr_spec yes = { .type = &lw_scst_yesno, .fresh = "Yes" };
	const struct lw_attr_spec unknown = { .type = &lw_scst_yesno };
	const struct lw_attr_spec number = {
		.type = &lw_scst_number, .fresh = "32", .min = 1, .max = 2048
	};
	const struct lw_attr_spec nobody = { .type = &lw_scst_number, .max = 9 };
	const struct lw_attr_spec digest = { .type = &lw_scst_digests };

	(void)state;
	EXPECT_VALUES(yes, { ":default:", "Yes" }, { "No", "No" }, { "yes", NULL }, { "1", NULL });
	EXPECT_VALUES(unknown, { ":default:", NULL }, { "Yes", "Yes" });
	EXPECT_VALUES(number, { ":default:", "32" }, { "0x10", "16" }, { "0", NULL },
		      { "2049", NULL }, { "", NULL }, { "default", NULL });
	EXPECT_VALUES(nobody, { ":default:", NULL }, { "9", "9" });
	EXPECT_VALUES(digest, { ":default:", NULL });
}

static void portal_patterns(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_portal };

	(void)state;
	EXPECT_VALUES(spec, { "192.0.2.*", "192.0.2.*" }, { " 192.0.2.7 ", "192.0.2.7" },
		      { "!10.*", "!10.*" }, { "fe80::1", "fe80::1" }, { "*", "*" }, { "", NULL },
		      { "!", NULL }, { "a b", NULL }, { "a=b", NULL }, { "1.2.3.4;", NULL });
}

static void address_lists(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_addresses };

	(void)state;
	EXPECT_VALUES(spec, { "", "" }, { "169.254.10.1", "169.254.10.1" },
		      { " 10.0.0.1   10.0.0.2 ", "10.0.0.1 10.0.0.2" }, { "a=b", NULL },
		      { "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 "
			"28 29 30 31 32 33",
			NULL });
}

static void isns_servers(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_isns };

	(void)state;
	EXPECT_VALUES(spec, { "", "" }, { "isns.example ", "isns.example" },
		      { "isns.example AccessControl", "isns.example AccessControl" },
		      { "isns.example AccessControl No", "isns.example" },
		      { "isns.example accesscontrol", NULL },
		      { "isns.example AccessControl Yes", NULL },
		      { "a AccessControl No more", NULL }, { "a;b", NULL });
}

static void redirects(void **state)
{
	const struct lw_attr_spec spec = { .type = &lw_scst_redirect };

	(void)state;
	EXPECT_VALUES(spec, { "", "" }, { "192.0.2.1 temp", "192.0.2.1 temp" },
		      { "192.0.2.1:3261  perm", "192.0.2.1:3261 perm" },
		      { "192.0.2.1:3260  perm", "192.0.2.1 perm" },
		      { "[2001:db8::1]:3260 temp", "[2001:db8::1] temp" },
		      { "[2001:db8::1:3260] temp", "[2001:db8::1:3260] temp" },
		      { "[2001:db8::1] perm", "[2001:db8::1] perm" },
		      { "host.example:3260 perm", "host.example perm" }, { "192.0.2.1", NULL },
		      { "192.0.2.1 later", NULL }, { "192.0.2.1:0 temp", NULL },
		      { "192.0.2.1:65536 temp", NULL }, { "192.0.2.1: temp", NULL },
		      { "[2001:db8::1 temp", NULL }, { "[]:1 temp", NULL },
		      { "[2001:db8::1]3260 temp", NULL }, { ":3260 temp", NULL },
		      { "2001:db8::1 temp", NULL }, { "a temp perm", NULL });
}

/* Rows of the table, for limits that stand there. */
static void rows_of_the_table(void **state)
{
	static const struct {
		const char *kind, *attr, *text, *want;
	} rows[] = {
		{ "fileio_device", "naa_id", "0X5001405123456789", "0x5001405123456789" },
		{ "fileio_device", "t10_dev_id", "1234567890123456789012345",
		  "1234567890123456789012345" },
		{ "fileio_device", "t10_dev_id", "12345678901234567890123456", NULL },
		{ "fileio_device", "usn", "12345678901234567890", "12345678901234567890" },
		{ "fileio_device", "usn", "123456789012345678901", NULL },
		{ "fileio_device", "t10_vend_id", "123456789", NULL },
		{ "fileio_device", "prod_id", "Cold Archive", "Cold Archive" },
		{ "fileio_device", "prod_id", "12345678901234567", NULL },
		{ "fileio_device", "prod_rev_lvl", " 320", " 320" },
		{ "fileio_device", "prod_rev_lvl", "12345", NULL },
		{ "fileio_device", "threads_num", "4096", "4096" },
		{ "fileio_device", "threads_num", "99999999999", NULL },
		{ "root", "threads", "8000", "8000" },
		{ "root", "threads", "0", NULL },
		{ "fileio_device", "dif_static_app_tag", "0xFFFFFFFFFFFFFFFF",
		  "0xffffffffffffffff" },
		{ "fileio_device", "dif_mode", "dev_check|TGT", "tgt|dev_check" },
		{ "fileio_device", "dif_mode", "scst", "scst" },
		{ "fileio_device", "dif_mode", "scst|tgt|scst", "tgt|scst" },
		{ "fileio_device", "dif_mode", "dev", NULL },
		{ "fileio_device", "dif_mode", "", NULL },
		{ "fileio_device", "pr_file_name", "", "" },
		{ "fileio_device", "pr_file_name", "/srv/a b", "/srv/a b" },
		{ "fileio_device", "pr_file_name", "pr", NULL },
		{ "fileio_device", "zero_copy", "1", "1" },
		{ "fileio_device", "vend_specific_id",
		  "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
		  "123456789012345678901234567890123456789012345678",
		  "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
		  "123456789012345678901234567890123456789012345678" },
		{ "srpt_target", "port_id", "rack 7", "rack 7" },
		{ "srpt_target", "port_id",
		  "1234567890123456789012345678901234567890123456789012345678901234", NULL },
		{ "iscsi_target", "alias", "  two words ", "two words" },
		{ "iscsi_target", "allowed_portal", "FE80::1", "fe80::1" },
		{ "fileio_device", "threads_num", "-1", NULL },
		{ "fileio_device", "threads_pool_type", "shared", "shared" },
		{ "fileio_device", "threads_pool_type", "bogus", NULL },
		{ "fileio_device", "filename", "/srv/luns/a.img", "/srv/luns/a.img" },
		{ "fileio_device", "filename", "/srv/a b.img", NULL },
		{ "fileio_device", "filename", "a.img", NULL },
		{ "fileio_device", "tst", "2", NULL },
		{ "nullio_device", "size", "10G", "10737418240" },
		{ "root", "setup_id", "33", "0x21" },
		{ "root", "setup_id", "0x021", "0x21" },
		{ "root", "setup_id", "0x100000000", NULL },
		{ "iscsi_target", "addr_method", "flat", "FLAT" },
		{ "iscsi_target", "addr_method", "bogus", NULL },
		{ "iscsi_target", "rel_tgt_id", "65535", "65535" },
		{ "iscsi_target", "rel_tgt_id", "65536", NULL },
		{ "iscsi_target", "QueuedCommands", "0", NULL },
		{ "iscsi_target", "ImmediateData", "1", NULL },
		{ "iscsi_target", "HeaderDigest", "CRC32C,None", "None,CRC32C" },
		{ "target_group", "state", "nonoptimized", "nonoptimized" },
		{ "target_group", "state", "optimized", NULL },
		{ "target_group", "group_id", "65536", NULL },
		{ "local_target", "scsi_transport_version", "3040", "0xbe0" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct lw_attr_spec *row =
			row_of(&lw_schema_scst, rows[i].kind, rows[i].attr);

		EXPECT_VALUES(*row, { rows[i].text, rows[i].want });
	}
}

static void lun_numbers(void **state)
{
	const struct lw_attr_spec *key = &lw_schema_scst.kinds[kind_of(&lw_schema_scst, "lun")].key;

	(void)state;
	EXPECT_VALUES(*key, { "0", "0" }, { "007", "7" }, { "0x10", "16" }, { "16383", "16383" },
		      { "16384", NULL }, { "x", NULL }, { "-1", NULL }, { "", NULL });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names),
		cmocka_unit_test(names_are_255_bytes_at_most),
		cmocka_unit_test(device_names),
		cmocka_unit_test(port_names),
		cmocka_unit_test(scsi_addresses),
		cmocka_unit_test(initiators),
		cmocka_unit_test(refusal_adds_nothing),
		cmocka_unit_test(what_cannot_be_expressed_is_unsupported),
		cmocka_unit_test(block_sizes),
		cmocka_unit_test(media),
		cmocka_unit_test(naa_identifiers),
		cmocka_unit_test(eui_identifiers),
		cmocka_unit_test(grouping),
		cmocka_unit_test(cpu_masks),
		cmocka_unit_test(users),
		cmocka_unit_test(digests),
		cmocka_unit_test(defaults_are_resolved),
		cmocka_unit_test(portal_patterns),
		cmocka_unit_test(address_lists),
		cmocka_unit_test(isns_servers),
		cmocka_unit_test(redirects),
		cmocka_unit_test(rows_of_the_table),
		cmocka_unit_test(lun_numbers),
	};

	return cmocka_run_group_tests_name("schema: SCST types", tests, NULL, NULL);
}
