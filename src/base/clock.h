/* SPDX-License-Identifier: Apache-2.0 */
/* Time that never goes back. Not for pure rooms. */
#ifndef LW_BASE_CLOCK_H
#define LW_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds, microseconds since some moment; only differences mean something. */
uint64_t lw_now_ms(void);
uint64_t lw_now_us(void);

#endif
