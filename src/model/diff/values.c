/* SPDX-License-Identifier: Apache-2.0 */
#include "model/diff/values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

/* Length of what makes an entry: the first word, or the whole value. */
static size_t entry_len(const struct value_set *set, const char *text)
{
	return set->inplace ? strcspn(text, " \t") : strlen(text);
}

static uint32_t entry_hash(const struct value_set *set, const char *text)
{
	return lw_hash_bytes(text, entry_len(set, text), 0);
}

static bool same_entry(const struct value_set *set, const char *a, const char *b)
{
	size_t len = entry_len(set, a);

	return len == entry_len(set, b) && memcmp(a, b, len) == 0;
}

int value_set_init(struct value_set *set, const struct lw_tree *tree,
		   const struct lw_attr_spec *spec, const struct attr *values, unsigned count)
{
	uint32_t size = 4;

	while (size < 2 * count)
		size *= 2;
	*set = (struct value_set){ .tree = tree,
				   .values = values,
				   .count = count,
				   .inplace = spec && spec->flags & LW_A_INPLACE,
				   .slots = lw_calloc(size, sizeof(uint32_t)),
				   .mask = size - 1 };
	if (!set->slots)
		return -ENOMEM;
	for (unsigned i = 0; i < count; i++) {
		uint32_t slot = entry_hash(set, tree_text(tree, values[i].value)) & set->mask;

		while (set->slots[slot])
			slot = (slot + 1) & set->mask;
		set->slots[slot] = i + 1;
	}
	return 0;
}

void value_set_done(struct value_set *set)
{
	free(set->slots);
}

uint32_t value_set_find(const struct value_set *set, uint32_t value)
{
	const char *text = tree_text(set->tree, value);
	uint32_t slot = entry_hash(set, text) & set->mask, found = UINT32_MAX;

	for (; set->slots[slot]; slot = (slot + 1) & set->mask) {
		uint32_t member = set->values[set->slots[slot] - 1].value;

		if (member == value)
			return value;
		if (found == UINT32_MAX && same_entry(set, tree_text(set->tree, member), text))
			found = member;
	}
	return found;
}
