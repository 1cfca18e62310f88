/* SPDX-License-Identifier: Apache-2.0 */
#include "base/mem.h"

#include <errno.h>
#include <string.h>

/* The smallest array we ask for: growing one by one through 1, 2, 3 elements only fragments the heap. */
#define GROW_FIRST 8

int lw_grow(void *array_ptr, uint32_t *cap, uint64_t need, size_t elem)
{
	uint64_t want = (uint64_t)*cap + *cap / 2;
	size_t most = (size_t)PTRDIFF_MAX / elem;
	void *old, *grown;

	if (need <= *cap)
		return 0;
	if (need > UINT32_MAX || need > most)
		return -EOVERFLOW;

	if (want < need)
		want = need;
	if (want < GROW_FIRST)
		want = GROW_FIRST;
	if (want > UINT32_MAX)
		want = UINT32_MAX;
	if (want > most)
		want = most;

	/* The array has any element type: its pointer is copied, never aliased as a void *. */
	memcpy(&old, array_ptr, sizeof(old));
	grown = realloc(old, (size_t)want * elem);
	if (!grown)
		return -ENOMEM;
	memcpy(array_ptr, &grown, sizeof(grown));
	*cap = (uint32_t)want;
	/* cppcheck-suppress memleak ; given away by the copy above */
	return 0;
}

void *lw_calloc(size_t count, size_t elem)
{
	return calloc(count ? count : 1, elem ? elem : 1);
}

void lw_free_ptr(void *ptr_ptr)
{
	void *ptr;

	memcpy(&ptr, ptr_ptr, sizeof(ptr));
	free(ptr);
}
