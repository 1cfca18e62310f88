/* SPDX-License-Identifier: Apache-2.0 */
#include "base_test.h"

#include <errno.h>

#include "base/fail.h"
#include "base/utf8.h"
#include "lunward/error.h"

static void every_code_has_a_name_of_its_own(void **state)
{
	(void)state;
	for (int i = 0; i < LW_CODE_COUNT_; i++) {
		assert_true(lw_code_name(i)[0] >= 'A' && lw_code_name(i)[0] <= 'Z');
		for (int j = 0; j < i; j++)
			assert_string_not_equal(lw_code_name(i), lw_code_name(j));
	}
	assert_string_equal(lw_code_name(LW_CODE_CONFLICT), "CONFLICT");
	assert_string_equal(lw_code_name(LW_CODE_NONE), "NONE");
	assert_string_equal(lw_code_name(LW_CODE_PARTIAL), "PARTIAL");
}

static void a_number_that_is_no_code_is_internal(void **state)
{
	enum lw_code minus_one = -1;

	(void)state;
	assert_string_equal(lw_code_name(LW_CODE_COUNT_), "INTERNAL");
	assert_string_equal(lw_code_name(minus_one), "INTERNAL");
	assert_string_equal(lw_code_name((enum lw_code)100000), "INTERNAL");
}

static void set_fills_and_returns_the_number(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	assert_int_equal(lw_error_set(&error, -EBUSY, LW_CODE_BUSY, "LUN %d of %s", 3, "store"),
			 -EBUSY);
	assert_int_equal(error.err, -EBUSY);
	assert_int_equal(error.code, LW_CODE_BUSY);
	assert_string_equal(error.message, "LUN 3 of store");
	assert_string_equal(error.object, "");
	assert_string_equal(error.hint, "");
}

static void set_replaces_all_that_was_there(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	lw_error_set(&error, -EIO, LW_CODE_IO, "a long first message");
	lw_error_object(&error, "devices/disk1");
	lw_error_hint(&error, "try %s", "again");
	assert_string_equal(error.object, "devices/disk1");
	assert_string_equal(error.hint, "try again");
	lw_error_set(&error, -EINVAL, LW_CODE_INVALID, "second");
	assert_string_equal(error.message, "second");
	assert_string_equal(error.object, "");
	assert_string_equal(error.hint, "");
}

static void arguments_may_be_the_error_itself(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	lw_error_set(&error, -EIO, LW_CODE_IO, "inner");
	lw_error_object(&error, "obj");
	lw_error_set(&error, -EIO, LW_CODE_IO, "<%s|%s>", error.message, error.object);
	assert_string_equal(error.message, "<inner|obj>");
	lw_error_hint(&error, "see %s", error.message);
	assert_string_equal(error.hint, "see <inner|obj>");
	lw_error_hint(&error, "%s!", error.hint);
	assert_string_equal(error.hint, "see <inner|obj>!");
	lw_error_prefix(&error, -EIO, "%s", error.message);
	assert_string_equal(error.message, "<inner|obj>: <inner|obj>");
	lw_error_object(&error, error.message + 1);
	assert_string_equal(error.object, "inner|obj>: <inner|obj>");
}

static void null_stores_nothing(void **state)
{
	(void)state;
	assert_int_equal(lw_error_set(NULL, -EIO, LW_CODE_IO, "x"), -EIO);
	assert_int_equal(lw_error_prefix(NULL, -ENOENT, "x"), -ENOENT);
	assert_int_equal(lw_error_errno(NULL, -ENOENT, "x"), -ENOENT);
	assert_int_equal(lw_error_memory(NULL), -ENOMEM);
	lw_error_object(NULL, "x");
	lw_error_hint(NULL, "x");
}

static void prefixes_pile_up_in_front(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	lw_error_set(&error, -EBUSY, LW_CODE_BUSY, "targets/.../mgmt: Device or resource busy");
	lw_error_object(&error, "targets/x");
	assert_int_equal(lw_error_prefix(&error, -EIO, "cannot replace LUN %d", 3), -EIO);
	lw_error_prefix(&error, -EIO, "store.conf:14");
	assert_string_equal(
		error.message,
		"store.conf:14: cannot replace LUN 3: targets/.../mgmt: Device or resource busy");
	assert_int_equal(error.err, -EIO);
	assert_int_equal(error.code, LW_CODE_BUSY);
	assert_string_equal(error.object, "targets/x");
}

static void a_prefix_of_nothing_is_the_message(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	lw_error_prefix(&error, -EACCES, "alone");
	assert_string_equal(error.message, "alone");
	assert_int_equal(error.code, LW_CODE_ACCESS);
	assert_int_equal(error.err, -EACCES);
}

/* Fits at 511 bytes; one more, and dots say that something is missing. */
static void long_texts_end_in_dots(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	char text[600];

	(void)state;
	memset(text, 'x', sizeof(text));
	text[511] = '\0';
	lw_error_set(&error, -EIO, LW_CODE_IO, "%s", text);
	assert_string_equal(error.message, text);

	text[511] = 'x';
	text[512] = '\0';
	lw_error_set(&error, -EIO, LW_CODE_IO, "%s", text);
	assert_int_equal(strlen(error.message), 511);
	assert_string_equal(error.message + 507, "x...");

	text[512] = 'x';
	text[599] = '\0';
	lw_error_set(&error, -EIO, LW_CODE_IO, "%s", text);
	assert_int_equal(strlen(error.message), 511);
	assert_string_equal(error.message + 507, "x...");

	lw_error_object(&error, text);
	assert_int_equal(strlen(error.object), 255);
	assert_string_equal(error.object + 251, "x...");
	lw_error_hint(&error, "%s", text);
	assert_int_equal(strlen(error.hint), 255);
	assert_string_equal(error.hint + 251, "x...");
}

static void a_long_prefix_cuts_the_end(void **state)
{
	struct lw_error error = LW_ERROR_INIT;
	char text[520];

	(void)state;
	memset(text, 'y', sizeof(text));
	text[500] = '\0';
	lw_error_set(&error, -EIO, LW_CODE_IO, "%s", text);
	lw_error_prefix(&error, -EIO, "%s", "in front of it");
	assert_memory_equal(error.message, "in front of it: yyy", 19);
	assert_int_equal(strlen(error.message), 511);
	assert_string_equal(error.message + 507, "y...");

	text[500] = 'y';
	text[519] = '\0';
	lw_error_prefix(&error, -EIO, "%s", text);
	assert_int_equal(strlen(error.message), 511);
	assert_string_equal(error.message + 507, "y...");
}

/* Whatever the length in front, a cut text is valid UTF-8. */
static void cuts_never_split_a_character(void **state)
{
	static const char *const chars[] = { "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x92\xbe" };

	(void)state;
	for (size_t c = 0; c < 3; c++) {
		for (size_t shift = 0; shift < 8; shift++) {
			struct lw_error error = LW_ERROR_INIT;
			char text[1024] = "1234567";
			size_t len = shift;

			while (len < 900) {
				strcpy(text + len, chars[c]);
				len += strlen(chars[c]);
			}
			lw_error_set(&error, -EIO, LW_CODE_IO, "%s", text);
			assert_true(lw_utf8_valid(error.message, strlen(error.message)));
			assert_true(strlen(error.message) > 507);
			assert_string_equal(error.message + strlen(error.message) - 3, "...");
			lw_error_object(&error, text);
			assert_true(lw_utf8_valid(error.object, strlen(error.object)));
			lw_error_prefix(&error, -EIO, "%s", text);
			assert_true(lw_utf8_valid(error.message, strlen(error.message)));
		}
	}
}

/* A program compiled against a shorter struct: nothing beyond its size may change. */
static void fields_beyond_the_callers_size_stay(void **state)
{
	/* clang-format off */
	static const size_t ends[] = {
		0, sizeof(size_t),
		offsetof(struct lw_error, err) + sizeof(int),
		offsetof(struct lw_error, code) + sizeof(enum lw_code),
		offsetof(struct lw_error, message) + 512,
		offsetof(struct lw_error, object) + 256,
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct lw_error error, before;

		memset(&error, 0x5a, sizeof(error));
		error.size = ends[i];
		memset(error.message, 0, sizeof(error.message));
		before = error;
		lw_error_set(&error, -EIO, LW_CODE_IO, "message");
		lw_error_prefix(&error, -EIO, "prefix");
		lw_error_object(&error, "object");
		lw_error_hint(&error, "hint");
		assert_memory_equal((char *)&error + (ends[i] ? ends[i] : sizeof(size_t)),
				    (char *)&before + (ends[i] ? ends[i] : sizeof(size_t)),
				    sizeof(error) - (ends[i] ? ends[i] : sizeof(size_t)));
		assert_int_equal(error.size, ends[i]);
		if (ends[i] >= offsetof(struct lw_error, message) + 512)
			assert_string_equal(error.message, "prefix: message");
	}
}

static void a_larger_struct_than_ours_works(void **state)
{
	struct {
		struct lw_error error;
		char more[64];
	} theirs = { .error = LW_ERROR_INIT };

	(void)state;
	theirs.error.size = sizeof(theirs);
	memset(theirs.more, 7, sizeof(theirs.more));
	lw_error_set(&theirs.error, -EIO, LW_CODE_IO, "m");
	lw_error_hint(&theirs.error, "h");
	assert_string_equal(theirs.error.message, "m");
	assert_string_equal(theirs.error.hint, "h");
	for (size_t i = 0; i < sizeof(theirs.more); i++)
		assert_int_equal(theirs.more[i], 7);
}

static void a_null_object_is_none(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	lw_error_object(&error, "x");
	lw_error_object(&error, NULL);
	assert_string_equal(error.object, "");
}

static void errno_gives_words_and_a_code(void **state)
{
	/* clang-format off */
	static const struct {
		int err;
		enum lw_code code;
		const char *message;
	} rows[] = {
		{ -ENOENT, LW_CODE_MISSING, "open x: No such file or directory" },
		{ -EACCES, LW_CODE_ACCESS, "open x: Permission denied" },
		{ -EPERM, LW_CODE_ACCESS, "open x: Operation not permitted" },
		{ -EBUSY, LW_CODE_BUSY, "open x: Device or resource busy" },
		{ -ENOMEM, LW_CODE_MEMORY, "open x: Cannot allocate memory" },
		{ -EINVAL, LW_CODE_INVALID, "open x: Invalid argument" },
		{ -EEXIST, LW_CODE_CONFLICT, "open x: File exists" },
		{ -ENODEV, LW_CODE_GONE, "open x: No such device" },
		{ -EOPNOTSUPP, LW_CODE_UNSUPPORTED, "open x: Operation not supported" },
		{ -EIO, LW_CODE_IO, "open x: Input/output error" },
		{ -99999, LW_CODE_IO, "open x: unknown error" },
	};
	/* clang-format on */

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct lw_error error = LW_ERROR_INIT;

		assert_int_equal(lw_error_errno(&error, rows[i].err, "open %s", "x"), rows[i].err);
		assert_int_equal(error.err, rows[i].err);
		assert_int_equal(error.code, rows[i].code);
		assert_string_equal(error.message, rows[i].message);
	}
	assert_int_equal(lw_code_from_errno(0), LW_CODE_NONE);
}

static void memory_has_its_own_word(void **state)
{
	struct lw_error error = LW_ERROR_INIT;

	(void)state;
	assert_int_equal(lw_error_memory(&error), -ENOMEM);
	assert_int_equal(error.code, LW_CODE_MEMORY);
	assert_string_equal(error.message, "out of memory");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_a_name_of_its_own),
		cmocka_unit_test(a_number_that_is_no_code_is_internal),
		cmocka_unit_test(set_fills_and_returns_the_number),
		cmocka_unit_test(set_replaces_all_that_was_there),
		cmocka_unit_test(arguments_may_be_the_error_itself),
		cmocka_unit_test(null_stores_nothing),
		cmocka_unit_test(prefixes_pile_up_in_front),
		cmocka_unit_test(a_prefix_of_nothing_is_the_message),
		cmocka_unit_test(long_texts_end_in_dots),
		cmocka_unit_test(a_long_prefix_cuts_the_end),
		cmocka_unit_test(cuts_never_split_a_character),
		cmocka_unit_test(fields_beyond_the_callers_size_stay),
		cmocka_unit_test(a_larger_struct_than_ours_works),
		cmocka_unit_test(a_null_object_is_none),
		cmocka_unit_test(errno_gives_words_and_a_code),
		cmocka_unit_test(memory_has_its_own_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
