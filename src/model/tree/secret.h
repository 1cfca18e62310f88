/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is secret, and what of it may be seen: the one place that decides. Any room may ask; nobody else has a rule of his own.
 *
 * A mistake must not cost a secret. So a name that the vocabulary does not know is secret when it only looks like one that is
 * (a wrong case, a number behind it, letters mistyped), and of a value that is not exactly a user and a secret nothing is
 * shown.
 */
#ifndef LW_MODEL_SECRET_H
#define LW_MODEL_SECRET_H

#include "model/tree/tree.h"

/*
 * Whether values of the attribute are secret. @spec: its row, NULL for a name that the vocabulary does not know: then the
 * letters of the name decide, of either case: they hold the name of a secret attribute of @schema or come near it, or hold a
 * word that secrets are called by.
 */
bool lw_attr_is_secret(const struct lw_schema *schema, const struct lw_attr_spec *spec,
		       const char *name);

/* Whether the attribute @def of @goal is secret in one of the two trees: by its name, or as an instance of it is marked. */
bool lw_secret_in(const struct lw_tree *have, lw_node h, const struct lw_tree *goal, lw_node g,
		  uint16_t def);

/* How many bytes of a secret value are a user's name, which may be seen; 0 for none. @spec may be NULL. */
size_t lw_secret_user(const struct lw_attr_spec *spec, const char *value);

/* Appends a secret value as it may be seen: "user ***" or "***". */
void lw_secret_mask(const struct lw_attr_spec *spec, const char *value, struct lw_str *out);

/*
 * How many bytes of an attribute's name may be seen. All, but where the name is unknown because quotes make one word of name
 * and value ("IncomingUser joe secret"): then the first word.
 */
size_t lw_secret_name_len(const char *name);

/* Appends a name as it may be seen: "IncomingUser..." where not all may. */
void lw_secret_name(const char *name, struct lw_str *out);

#endif
