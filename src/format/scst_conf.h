/* SPDX-License-Identifier: Apache-2.0 */
/* scst.conf: the language of SCST's configuration files, as docs/SCST_CONF.md describes it. */
#ifndef LW_FORMAT_SCST_CONF_H
#define LW_FORMAT_SCST_CONF_H

#include <stddef.h>

#include "lunward/error.h"
#include "lunward/tree.h"

/* As lw_format_read(); @len is within LW_FORMAT_MAX. */
int lw_scst_conf_read(const char *name, const char *text, size_t len, const struct lw_tree *share,
		      struct lw_tree **ret, struct lw_report *report);

/*
 * As lw_format_write(). -EINVAL, naming the object, for what the language cannot say: a newline in a
 * value, a name that it would read differently. Nothing is left out silently.
 */
int lw_scst_conf_write(const struct lw_tree *tree, unsigned flags, char **ret,
		       struct lw_error *err);

#endif
