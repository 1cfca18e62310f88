/* SPDX-License-Identifier: Apache-2.0 */
/* What must hold for the tables of every vocabulary, row by row. */
#include "schema_test.h"

static const struct lw_schema *const schemas[] = { &lw_schema_scst, &lw_schema_lio };

/* Calls a test for each kind of each vocabulary; the message of a failure is preceded by the row's name. */
typedef void kind_test(const struct lw_schema *schema, const struct lw_kind_spec *kind);

static void each_kind(kind_test *test)
{
	for (size_t s = 0; s < ARRAY_LEN(schemas); s++)
		for (unsigned k = 0; k < schemas[s]->nkind; k++)
			test(schemas[s], &schemas[s]->kinds[k]);
}

#define EXPECT(condition, kind, what) \
	do { \
		if (!(condition)) \
			fail_msg("%s.%s: %s", (kind)->name, what, #condition); \
	} while (0)

static const struct lw_attr_spec *find(const struct lw_kind_spec *kind, const char *attr)
{
	int at = lw_kind_attr(kind, attr, strlen(attr));

	return at < 0 ? NULL : &kind->attrs[at];
}

static void found_by_name(void **state)
{
	(void)state;
	assert_ptr_equal(lw_schema_find("scst"), &lw_schema_scst);
	assert_ptr_equal(lw_schema_find("lio"), &lw_schema_lio);
	assert_null(lw_schema_find("neutral"));
	assert_null(lw_schema_find(""));
	assert_null(lw_schema_find(NULL));
	for (unsigned i = 0; i < ARRAY_LEN(schemas); i++)
		assert_ptr_equal(lw_schema_at(i), schemas[i]);
	assert_null(lw_schema_at(ARRAY_LEN(schemas)));
}

static void kind_is_whole(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	uint64_t all = schema->nkind == 64 ? UINT64_MAX : LW_KIND(schema->nkind) - 1;
	unsigned number = (unsigned)(kind - schema->kinds);

	assert_non_null(kind->name);
	EXPECT(kind->label && *kind->label, kind, "");
	EXPECT(kind->help && *kind->help, kind, "");
	EXPECT(kind->key.type && kind->key.name, kind, "");
	EXPECT(!(kind->parents & ~all) && !(kind->ref_kinds & ~all), kind, "");
	EXPECT(!(kind->unique_with & ~all), kind, "");
	/* All but the root stand somewhere, and what is in a family is unique within it. */
	EXPECT(number == LW_KIND_ROOT ? !kind->parents : kind->parents != 0, kind, "");
	EXPECT(!kind->unique_with || (kind->unique && lw_kind_in(kind->unique_with, number)), kind,
	       "");
	EXPECT(!(kind->flags & LW_K_REF_IS_NAME) || kind->ref_kinds, kind, "");
	EXPECT(kind->match != LW_MATCH_REF || kind->ref_kinds, kind, "");
	EXPECT(!(kind->flags & LW_K_SESSION) || kind->origin == LW_KIND_OBSERVED, kind, "");
	EXPECT(!kind->ours_by || (kind->origin == LW_KIND_HARDWARE && find(kind, kind->ours_by)),
	       kind, "");
	EXPECT(!kind->gate == !kind->gate_open, kind, "");
	EXPECT(!kind->bracket_note == !(kind->access & LW_ROLE_EXPORT), kind, "");
	/* What cannot be written in the engine's language is only seen. */
	EXPECT(kind->word || number == LW_KIND_ROOT || kind->origin == LW_KIND_OBSERVED, kind, "");
}

static void kinds_are_whole(void **state)
{
	(void)state;
	for (size_t s = 0; s < ARRAY_LEN(schemas); s++) {
		assert_true(schemas[s]->nkind <= LW_KIND_MAX);
		assert_true(schemas[s]->name && schemas[s]->title);
	}
	each_kind(kind_is_whole);
}

static void kind_name_is_unique(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	for (const struct lw_kind_spec *other = schema->kinds; other < kind; other++)
		EXPECT(strcmp(other->name, kind->name) != 0, kind, "");
}

static void kind_names_are_unique(void **state)
{
	(void)state;
	each_kind(kind_name_is_unique);
}

/* A word under a parent means one kind for a given name: those that share it differ by their names, one at most is open. */
static void word_is_plain(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	for (const struct lw_kind_spec *other = schema->kinds; other < kind; other++) {
		if (!(other->parents & kind->parents) || !kind->word || !other->word ||
		    strcmp(kind->word, other->word) != 0)
			continue;
		EXPECT(other->only || kind->only, kind, other->name);
		for (const char *const *a = kind->only; a && *a; a++)
			for (const char *const *b = other->only; b && *b; b++)
				EXPECT(strcmp(*a, *b) != 0, kind, *a);
	}
}

static void words_are_plain(void **state)
{
	(void)state;
	each_kind(word_is_plain);
}

static void rows_of_kind_are_sorted(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	(void)schema;
	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i];

		EXPECT(row->name && *row->name, kind, "");
		EXPECT(!i || strcmp(row[-1].name, row->name) < 0, kind, row->name);
		EXPECT(row->type && row->type->canon, kind, row->name);
		EXPECT(row->help && *row->help, kind, row->name);
		EXPECT(!strchr(row->help, '\n'), kind, row->name);
	}
}

static void rows_are_sorted(void **state)
{
	(void)state;
	each_kind(rows_of_kind_are_sorted);
}

static void rows_name_rows(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	(void)schema;
	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i], *other;

		if (row->alias) {
			other = find(kind, row->alias);
			EXPECT(other && other != row && !other->alias && row->factor, kind,
			       row->name);
			/* What it stands for decides when it can be written. */
			EXPECT(other->when == row->when, kind, row->name);
		}
		EXPECT(!row->after || find(kind, row->after), kind, row->name);
		EXPECT(!row->shut_by || find(kind, row->shut_by), kind, row->name);
		for (const char *const *also = row->after_also; also && *also; also++)
			EXPECT(find(kind, *also), kind, *also);
		for (const struct lw_rewrite *r = row->rewrites; r && r->attr; r++) {
			EXPECT(find(kind, r->attr), kind, row->name);
			EXPECT(strcmp(r->attr, row->name) != 0, kind, row->name);
		}
	}
}

static void names_in_columns_are_rows(void **state)
{
	(void)state;
	each_kind(rows_name_rows);
}

/* "after" never runs in a circle. */
static void afters_end(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	(void)schema;
	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i];
		unsigned steps = 0;

		for (; row && row->after; row = find(kind, row->after))
			EXPECT(steps++ < kind->nattr, kind, kind->attrs[i].name);
	}
}

static void order_of_writes_ends(void **state)
{
	(void)state;
	each_kind(afters_end);
}

static void expect_canonical(const struct lw_kind_spec *kind, const struct lw_attr_spec *row,
			     const char *value)
{
	struct lw_error why = LW_ERROR_INIT;
	char *canon;

	if (!value)
		return;
	canon = canon_of(row, value, &why);
	if (!canon)
		fail_msg("%s.%s: \"%s\" is refused: %s", kind->name, row->name, value, why.message);
	assert_string_equal(canon, value);
	free(canon);
}

static void values_of_kind_are_canonical(const struct lw_schema *schema,
					 const struct lw_kind_spec *kind)
{
	(void)schema;
	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i];

		expect_canonical(kind, row, row->fresh);
		expect_canonical(kind, row, row->exempt);
		expect_canonical(kind, row, row->unset);
		expect_canonical(kind, row, row->narrow);
		for (const struct lw_rewrite *r = row->rewrites; r && r->attr; r++) {
			expect_canonical(kind, row, r->in);
			expect_canonical(kind, find(kind, r->attr), r->out);
		}
	}
}

static void values_in_columns_are_canonical(void **state)
{
	(void)state;
	each_kind(values_of_kind_are_canonical);
}

static void columns_of_kind_agree(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	unsigned enable = 0, active = 0, view = 0;

	for (unsigned i = 0; i < kind->nattr; i++) {
		const struct lw_attr_spec *row = &kind->attrs[i];
		bool settable = row->when != LW_WHEN_NEVER;
		bool multi = row->flags & LW_A_MULTI;

		enable += !!(row->flags & LW_A_ENABLE);
		active += !!(row->flags & LW_A_ACTIVE);
		view += !!(row->flags & LW_A_VIEW);
		EXPECT(!multi || !row->fresh, kind, row->name);
		EXPECT(multi || !(row->flags & (LW_A_INPLACE | LW_A_SINGLE)), kind, row->name);
		EXPECT(row->access != LW_ACC_OPEN_WHEN_EMPTY || multi, kind, row->name);
		EXPECT(row->access != LW_ACC_GRANTS || multi, kind, row->name);
		EXPECT((row->access == LW_ACC_NARROWER) == (row->narrow != NULL), kind, row->name);
		EXPECT((row->absent == LW_ABSENT_OFF) == !!(row->flags & LW_A_ENABLE), kind,
		       row->name);
		EXPECT(!(row->flags & LW_A_ENABLE) || row->flags & LW_A_ALWAYS_READ, kind,
		       row->name);
		EXPECT(!(row->flags & LW_A_REQUIRED) || row->flags & LW_A_AT_CREATE, kind,
		       row->name);
		EXPECT(row->when != LW_WHEN_CREATE || row->flags & LW_A_AT_CREATE || row->alias,
		       kind, row->name);
		/* What is never written is never reset, pauses nobody and is no secret of ours. */
		EXPECT(settable || row->absent == LW_ABSENT_KEEP, kind, row->name);
		EXPECT(settable || (!row->effect &&
				    !(row->flags &
				      ~(uint32_t)(LW_A_STATES | LW_A_ALWAYS_READ | LW_A_COUNTER))),
		       kind, row->name);
		EXPECT(!(row->flags & LW_A_COUNTER) || row->reading == LW_READ_VOLATILE, kind,
		       row->name);
		EXPECT(settable || row->reading != LW_READ_DAEMON, kind, row->name);
		EXPECT(!settable || row->reading == LW_READ_EXACT || row->reading == LW_READ_DAEMON,
		       kind, row->name);
		EXPECT(!row->scope || row->effect, kind, row->name);
		EXPECT(row->spare_low <= row->spare_high && (!row->spare_high || row->unique), kind,
		       row->name);
		EXPECT(!row->words || row->words[0], kind, row->name);
		/* A write that is not part of the creation says what must not run beside it. */
		EXPECT(!settable || row->when == LW_WHEN_CREATE || row->alias || row->lock, kind,
		       row->name);
	}
	EXPECT(enable <= 1 && active <= 1 && view <= 1, kind, "");
	EXPECT(!view || kind->access & LW_ROLE_GRANT, kind, "");
	(void)schema;
}

static void columns_agree(void **state)
{
	(void)state;
	each_kind(columns_of_kind_agree);
}

/* An export can be closed, or says that it cannot; a matcher finds its way to an export. */
static void access_of_kind(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	bool has_switch = lw_kind_attr_flag(kind, LW_A_ENABLE) >= 0;
	uint64_t above = kind->parents, seen = 0;

	EXPECT(!(kind->access & LW_ROLE_EXPORT) || has_switch || kind->flags & LW_K_ALWAYS_ON, kind,
	       "");
	EXPECT(!(kind->flags & LW_K_ALWAYS_ON) || !has_switch, kind, "");
	if (!(kind->access & (LW_ROLE_GRANT | LW_ROLE_MATCHER | LW_ROLE_CONTAINER)))
		return;
	while (above & ~seen) {
		unsigned next = (unsigned)__builtin_ctzll(above & ~seen);

		seen |= LW_KIND(next);
		EXPECT(next != LW_KIND_ROOT, kind, "");
		if (!(schema->kinds[next].access & LW_ROLE_EXPORT))
			above |= schema->kinds[next].parents;
		else if (kind->gate)
			EXPECT(find(&schema->kinds[next], kind->gate) ||
				       next != (unsigned)__builtin_ctzll(kind->parents),
			       kind, kind->gate);
	}
}

static void grants_stand_below_exports(void **state)
{
	(void)state;
	each_kind(access_of_kind);
}

/* A text of bytes that mean something to some type, in a buffer that ends where it does. */
static char *random_text(uint64_t *seed, size_t *ret_len)
{
	static const char *const pieces[] = {
		"0",	  "1",	  "9",	       "f",    "x",    "0x",
		":",	  "[",	  "]",	       ".",    ",",    ";",
		"=",	  "!",	  "*",	       "?",    "/",    "\\",
		" ",	  "\t",	  "\n",	       "%",    "-",    "None",
		"CRC32C", "Yes",  ":default:", "NULL", "temp", "AccessControl",
		"iqn.",	  "\xff", "\xc3\xa4",  "G",    "auto", "CHAP",
		"#",
	};
	char text[128];
	size_t len = 0;

	for (unsigned n = next_random(seed) % 12; n; n--) {
		const char *piece = pieces[next_random(seed) % ARRAY_LEN(pieces)];
		size_t more = strlen(piece);

		if (len + more > sizeof(text))
			break;
		memcpy(text + len, piece, more);
		len += more;
	}
	*ret_len = len;
	return len ? memcpy(malloc(len), text, len) : calloc(1, 1);
}

/* Whatever a file or a kernel says: accepted with a stable spelling, or refused with a reason. */
static void row_takes_any_text(const struct lw_attr_spec *row, uint64_t *seed)
{
	for (unsigned n = 0; n < 200; n++) {
		LW_AUTO_STR struct lw_str once = LW_STR_INIT;
		LW_AUTO_STR struct lw_str twice = LW_STR_INIT;
		struct lw_error why = LW_ERROR_INIT;
		size_t len;
		char *text = random_text(seed, &len);
		int r = lw_value_canon(row, text, len, &once, &why);

		free(text);
		if (r < 0) {
			assert_true(why.message[0]);
			continue;
		}
		r = lw_value_canon(row, lw_str_text(&once), once.len, &twice, &why);
		if (r < 0 || strcmp(lw_str_text(&once), lw_str_text(&twice)) != 0)
			fail_msg("%s: \"%s\" becomes \"%s\"", row->name, lw_str_text(&once),
				 lw_str_text(&twice));
	}
}

static void kind_takes_any_text(const struct lw_schema *schema, const struct lw_kind_spec *kind)
{
	uint64_t seed = (uint64_t)(kind - schema->kinds);

	row_takes_any_text(&kind->key, &seed);
	for (unsigned i = 0; i < kind->nattr; i++)
		row_takes_any_text(&kind->attrs[i], &seed);
}

static void any_text_does_no_harm(void **state)
{
	(void)state;
	each_kind(kind_takes_any_text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(found_by_name),
		cmocka_unit_test(kinds_are_whole),
		cmocka_unit_test(kind_names_are_unique),
		cmocka_unit_test(words_are_plain),
		cmocka_unit_test(rows_are_sorted),
		cmocka_unit_test(names_in_columns_are_rows),
		cmocka_unit_test(order_of_writes_ends),
		cmocka_unit_test(values_in_columns_are_canonical),
		cmocka_unit_test(columns_agree),
		cmocka_unit_test(grants_stand_below_exports),
		cmocka_unit_test(any_text_does_no_harm),
	};

	return cmocka_run_group_tests_name("schema: tables", tests, NULL, NULL);
}
