/* SPDX-License-Identifier: Apache-2.0 */
/* Names and paths. All that a name must not do is decided here, once. */
#include <errno.h>
#include <string.h>

#include "ktree/ktree.h"

bool lw_kt_name_ok(const char *name, size_t len)
{
	if (!len || len > LW_KT_NAME_MAX)
		return false;
	if (memchr(name, '/', len) || memchr(name, '\0', len))
		return false;
	return !(name[0] == '.' && (len == 1 || (len == 2 && name[1] == '.')));
}

bool lw_kt_path_ok(const char *path, size_t len)
{
	const char *end = path + len;
	unsigned depth = 0;

	if (!len)
		return true;
	if (len > LW_KT_PATH_MAX)
		return false;

	for (;;) {
		const char *slash = memchr(path, '/', (size_t)(end - path));

		if (!lw_kt_name_ok(path, (size_t)((slash ? slash : end) - path)) ||
		    ++depth > LW_KT_DEPTH_MAX)
			return false;
		if (!slash)
			return true;
		path = slash + 1;
	}
}

int lw_kt_join(struct lw_str *path, const char *name, size_t len)
{
	if (!lw_kt_name_ok(name, len))
		return -EINVAL;
	if (path->len)
		lw_str_add_char(path, '/');
	lw_str_add_bytes(path, name, len);
	return lw_str_bad(path) ? -ENOMEM : 0;
}

void lw_kt_cut(struct lw_str *path, size_t len)
{
	if (len < path->len) {
		path->len = len;
		path->data[len] = '\0';
	}
}
