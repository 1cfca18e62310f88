/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hashing for tables in memory. Fast on short names, good in all bits, and keyed: who chooses the names (a configuration, a
 * peer) does not know the seed and so cannot aim them at one slot. Not cryptographic, and not stable between machines or
 * releases: never store a hash, never let its order be seen.
 */
#ifndef LW_BASE_HASH_H
#define LW_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/** lw_hash_bytes() - hash of @len bytes under @seed; all 32 bits are usable. */
uint32_t lw_hash_bytes(const void *bytes, size_t len, uint32_t seed);

/** lw_hash_seed() - an unpredictable seed for a new table; never fails. @salt: an address of the table, used if need be. */
uint32_t lw_hash_seed(const void *salt);

#endif
