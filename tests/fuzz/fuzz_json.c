/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws of the JSON reader and writer, for any bytes:
 *   - reading ends in success or in -EINVAL with at least one problem, whose place lies in the text;
 *   - what was read can be written; that can be read, and written again gives the same bytes, compact and indented.
 * The first byte of an input chooses the flags and limits, so that both sides of each are tried.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static void write_out(const struct lw_json *json, enum lw_json_style style, struct lw_str *out)
{
	struct lw_json_writer w;

	lw_json_writer_init(&w, out, style);
	lw_json_put_value(&w, json, LW_JSON_ROOT);
	check(!lw_str_bad(out));
}

static void round_trip(const struct lw_json *json, const struct lw_json_options *options,
		       enum lw_json_style style)
{
	/* Indenting makes a text longer: the limit on bytes is for the first reading. */
	struct lw_json_options again = *options;
	LW_AUTO_STR struct lw_str first = LW_STR_INIT;
	LW_AUTO_STR struct lw_str second = LW_STR_INIT;
	LW_AUTO_JSON struct lw_json *reread = NULL;

	again.max_bytes = 0;
	write_out(json, style, &first);
	check(lw_json_parse(first.data, first.len, &again, NULL, NULL, &reread) == 0);
	write_out(reread, style, &second);
	check(first.len == second.len && !memcmp(first.data, second.data, first.len));
}

/* Each value is asked everything; every member is found under its key. */
static void walk(const struct lw_json *json)
{
	uint32_t line, column;

	for (uint32_t v = 0; lw_json_type(json, v) != LW_JSON_ABSENT; v++) {
		const char *key = lw_json_key(json, v, NULL);
		uint64_t u64;
		size_t len;

		lw_json_place(json, v, &line, &column);
		check(line && column);
		lw_json_key_place(json, v, &line, &column);
		check(line && column);
		(void)lw_json_u64(json, v, &u64);
		/* Values under a duplicate key are in no document that was accepted, so all are reachable. */
		check(!v == (lw_json_parent(json, v) == LW_JSON_NONE));
		if (key && (lw_json_key(json, v, &len), strlen(key) == len))
			check(lw_json_find(json, lw_json_parent(json, v), key) == v);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lw_json_options options = { 0 };
	struct lw_report *report = lw_report_new();
	LW_AUTO_JSON struct lw_json *json = NULL;
	int r;

	check(report);
	if (size) {
		options.flags = data[0] & (LW_JSON_NUL | LW_JSON_BYTES);
		options.max_depth = data[0] & 4 ? 5 : 0;
		options.max_values = data[0] & 8 ? 20 : 0;
		options.max_bytes = data[0] & 16 ? 100 : 0;
		data++;
		size--;
	}
	r = lw_json_parse((const char *)data, size, &options, "fuzz", report, &json);
	if (r) {
		check(r == -EINVAL && lw_report_count(report, LW_ERROR) > 0 && !json);
		for (size_t i = 0; i < lw_report_size(report); i++)
			check(lw_report_get(report, i)->line &&
			      lw_report_get(report, i)->column <= size + 1);
	} else {
		check(lw_report_size(report) == 0);
		walk(json);
		round_trip(json, &options, LW_JSON_COMPACT);
		round_trip(json, &options, LW_JSON_INDENT);
	}
	lw_report_free(report);
	return 0;
}
