/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CRC-32C (Castagnoli), plain: the caller gives the start value and no inversion is done at the end. SCST derives ids of
 * virtual devices this way, from 0 over the name and its NUL. The iSCSI digest is the same sum from 0xffffffff, inverted;
 * where that must be fast the target takes a hardware version instead.
 */
#ifndef LW_BASE_CRC32C_H
#define LW_BASE_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/** lw_crc32c() - go on from @crc over @len bytes; sums chain: crc(crc(s, a), b) is crc(s, ab). */
uint32_t lw_crc32c(uint32_t crc, const void *bytes, size_t len);

#endif
