/* SPDX-License-Identifier: Apache-2.0 */
/* Checked growth of arrays and cleanup of locals. Every allocation of the library is checked; tests make each one fail. */
#ifndef LW_BASE_MEM_H
#define LW_BASE_MEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * Makes room for @need elements of @elem bytes in the array at *@array with capacity *@cap, growing by half at least.
 * Returns 0, -ENOMEM, or -EOVERFLOW when the size in bytes or @need itself (a 32-bit count) is too large; the array is
 * untouched then.
 */
int lw_grow(void *array_ptr, uint32_t *cap, uint64_t need, size_t elem);

/* A zeroed array; NULL when memory is short or count * elem overflows. count 0 gives a pointer to be freed all the same. */
void *lw_calloc(size_t count, size_t elem);

void lw_free_ptr(void *ptr_ptr);
#define LW_AUTO_FREE __attribute__((cleanup(lw_free_ptr)))

/* Move a value out of a variable that cleans up after itself. */
#define LW_TAKE(var) \
	({ \
		__typeof__(var) taken_ = (var); \
		(var) = NULL; \
		taken_; \
	})

#define LW_ARRAY_LEN(a) (sizeof(a) / sizeof((a)[0]))

#endif
