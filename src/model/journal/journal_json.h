/* SPDX-License-Identifier: Apache-2.0 */
/* The words that writer and reader of journals share; private to journal*.c. */
#ifndef LW_MODEL_JOURNAL_JSON_H
#define LW_MODEL_JOURNAL_JSON_H

#include "model/journal/journal.h"

#define JOURNAL_VERSION 1

struct journal_flag {
	unsigned flag;
	const char *word;
};

extern const struct journal_flag journal_flags[]; /* ended by word NULL */

#endif
