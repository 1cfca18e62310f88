/* SPDX-License-Identifier: Apache-2.0 */
/* One attribute file of a recorded kernel tree. */
#ifndef RECORDED_H
#define RECORDED_H

#include <stddef.h>

struct recorded {
	const char *kind;   /* in the vocabulary */
	const char *file;   /* below the object's directory */
	const char *values; /* values seen, a newline between; NULL: read-only, or not for a row */
	const char *fresh;  /* what one fresh object shows; NULL: not recorded */
};

#endif
