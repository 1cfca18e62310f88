/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers: what counts is the value, so each has one spelling. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/num.h"
#include "model/schema/type.h"

static bool is_bounded(const struct lw_attr_spec *spec)
{
	return spec->min || spec->max;
}

static int refuse(const struct lw_attr_spec *spec, struct lw_error *why, const char *what)
{
	if (!is_bounded(spec))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "%s", what);
	return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "%s%s from %" PRId64 " to %" PRId64,
			    what, strchr(what, ',') ? "," : "", spec->min, spec->max);
}

static bool fits_u64(const struct lw_attr_spec *spec, uint64_t value)
{
	if (!is_bounded(spec))
		return true;
	return (spec->min <= 0 || value >= (uint64_t)spec->min) && spec->max >= 0 &&
	       value <= (uint64_t)spec->max;
}

static bool read_u64(const struct lw_attr_spec *spec, const char *text, size_t len, uint64_t *ret)
{
	return lw_parse_u64(text, len, LW_NUM_DEC | LW_NUM_HEX, ret) && fits_u64(spec, *ret);
}

static int canon_bool(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	(void)spec;
	if (len != 1 || (*text != '0' && *text != '1'))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "0 or 1");
	lw_str_add_char(out, *text);
	return 0;
}

static int canon_uint(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	uint64_t value;

	if (!read_u64(spec, text, len, &value))
		return refuse(spec, why, "a number");
	lw_str_add_u64(out, value);
	return 0;
}

static int canon_int(const struct lw_attr_spec *spec, const char *text, size_t len,
		     struct lw_str *out, struct lw_error *why)
{
	int64_t value;

	if (!lw_parse_i64(text, len, LW_NUM_DEC | LW_NUM_HEX, &value) ||
	    (is_bounded(spec) && (value < spec->min || value > spec->max)))
		return refuse(spec, why, "a whole number");
	lw_str_addf(out, "%" PRId64, value);
	return 0;
}

static int canon_hex(const struct lw_attr_spec *spec, const char *text, size_t len,
		     struct lw_str *out, struct lw_error *why)
{
	uint64_t value;

	if (!read_u64(spec, text, len, &value))
		return refuse(spec, why, "a number, decimal or 0x and hexadecimal");
	lw_str_addf(out, "0x%" PRIx64, value);
	return 0;
}

/* The power of two that a suffix stands for; -1 if it is none. */
static int suffix_shift(char c)
{
	static const char letters[] = "KMGTP";
	const char *at = c ? strchr(letters, c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c) : NULL;

	return at ? (int)(at - letters + 1) * 10 : -1;
}

static int canon_size(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	int shift = len ? suffix_shift(text[len - 1]) : -1;
	uint64_t value;

	if (shift > 0)
		len--;
	else
		shift = 0;
	if (!lw_parse_u64(text, len, LW_NUM_DEC | LW_NUM_HEX, &value) ||
	    value > UINT64_MAX >> shift || !fits_u64(spec, value << shift))
		return refuse(spec, why,
			      "a size in bytes, or with K, M, G, T or P (powers of 1024)");
	lw_str_add_u64(out, value << shift);
	return 0;
}

const struct lw_type lw_type_bool = { "bool", canon_bool };
const struct lw_type lw_type_uint = { "uint", canon_uint };
const struct lw_type lw_type_int = { "int", canon_int };
const struct lw_type lw_type_hex = { "hex", canon_hex };
const struct lw_type lw_type_size = { "size", canon_size };
