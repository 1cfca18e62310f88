/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of SCST objects. A name stands in a mgmt command, whose words end at blanks and '=', whose parameters end at ';',
 * and it becomes a file name: the kernel turns '/' into '!' or, in an initiator's name, makes a directory that can no longer
 * be listed. So all of these are refused, although the kernel takes some.
 */
#include <errno.h>

#include "base/num.h"
#include "base/ascii.h"
#include "schema/scst_types.h"
#include "schema/words.h"

static int check_name(const struct lw_attr_spec *spec, struct lw_word word, const char *refused,
		      struct lw_error *why)
{
	size_t max = spec->max_len ? spec->max_len : 255;

	if (!word.len)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "a name that is not empty");
	if (word.len > max)
		return lw_error_set(why, -EINVAL, LW_CODE_LIMIT, "a name of at most %zu bytes",
				    max);
	if (lw_word_is(word, ".") || lw_word_is(word, ".."))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID, "a name other than . and ..");
	if (lw_word_has(word, refused))
		return lw_error_set(why, -EINVAL, LW_CODE_UNSUPPORTED,
				    "a name without blank, control byte or one of %s: the kernel "
				    "cannot express these",
				    refused);
	return 0;
}

static int canon_name(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = { text, len };
	int r = check_name(spec, word, "/=;", why);

	if (r < 0)
		return r;
	lw_str_add_bytes(out, text, len);
	return 0;
}

static int canon_device_name(const struct lw_attr_spec *spec, const char *text, size_t len,
			     struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = { text, len };
	int r = check_name(spec, word, "/=;.", why);

	if (r < 0)
		return r;
	lw_str_add_bytes(out, text, len);
	return 0;
}

static int canon_port_name(const struct lw_attr_spec *spec, const char *text, size_t len,
			   struct lw_str *out, struct lw_error *why)
{
	struct lw_word word = { text, len };
	int r = check_name(spec, word, "/=;", why);

	if (r < 0)
		return r;
	for (size_t i = 0; i < len; i++)
		lw_str_add_char(out, lw_lower(text[i]));
	return 0;
}

bool lw_scst_is_wwn(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (i % 3 == 2 ? text[i] != ':' : !lw_is_hex(text[i]))
			return false;
	return len == 23;
}

static int canon_wwn(const struct lw_attr_spec *spec, const char *text, size_t len,
		     struct lw_str *out, struct lw_error *why)
{
	(void)spec;
	if (!lw_scst_is_wwn(text, len))
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "eight bytes in hexadecimal with colons between");
	for (size_t i = 0; i < len; i++)
		lw_str_add_char(out, lw_lower(text[i]));
	return 0;
}

static int canon_hcil(const struct lw_attr_spec *spec, const char *text, size_t len,
		      struct lw_str *out, struct lw_error *why)
{
	struct lw_word part[4];
	uint64_t number[4];
	size_t colons = 0;
	bool good;

	(void)spec;
	for (size_t i = 0; i < len; i++)
		colons += text[i] == ':';
	good = colons == 3 && lw_words_split(text, len, ":", part, 4) == 4;
	for (unsigned i = 0; good && i < 4; i++)
		good = lw_parse_u64(part[i].text, part[i].len, LW_NUM_DEC, &number[i]);
	if (!good)
		return lw_error_set(why, -EINVAL, LW_CODE_INVALID,
				    "host:channel:id:lun of a SCSI device, four decimal numbers");
	lw_str_addf(out, "%llu:%llu:%llu:%llu", (unsigned long long)number[0],
		    (unsigned long long)number[1], (unsigned long long)number[2],
		    (unsigned long long)number[3]);
	return 0;
}

/* Old files put a backslash before * and # that no reader takes away; any other belongs to the name. */
static bool is_escape(const char *text, size_t left)
{
	size_t run = 0;

	while (run < left && text[run] == '\\')
		run++;
	return run && run < left && (text[run] == '*' || text[run] == '#');
}

static int canon_initiator(const struct lw_attr_spec *spec, const char *text, size_t len,
			   struct lw_str *out, struct lw_error *why)
{
	size_t start = out->len;
	struct lw_word word;
	int r;

	for (size_t i = 0; i < len; i++)
		if (!is_escape(text + i, len - i))
			lw_str_add_char(out, text[i]);
	if (lw_str_bad(out))
		return -ENOMEM;
	word = (struct lw_word){ lw_str_text(out) + start, out->len - start };
	r = check_name(spec, word, "/=;", why);
	if (!r && lw_word_is(word, "!"))
		r = lw_error_set(why, -EINVAL, LW_CODE_INVALID, "a name or pattern after the !");
	if (r < 0 && out->data) {
		out->len = start;
		out->data[start] = '\0';
	}
	return r;
}

const struct lw_type lw_scst_name = { "name", canon_name };
const struct lw_type lw_scst_device_name = { "device name", canon_device_name };
const struct lw_type lw_scst_port_name = { "port name", canon_port_name };
const struct lw_type lw_scst_wwn = { "world wide name", canon_wwn };
const struct lw_type lw_scst_hcil = { "H:C:I:L", canon_hcil };
const struct lw_type lw_scst_initiator = { "initiator", canon_initiator };
