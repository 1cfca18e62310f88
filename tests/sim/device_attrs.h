/* SPDX-License-Identifier: Apache-2.0 */
/* Sizes that creation and attributes of devices share. */
#ifndef SIM_DEVICE_ATTRS_H
#define SIM_DEVICE_ATTRS_H

#include "internal.h"

#define SIM_NULLIO_SIZE (2621440ULL << 20)
#define SIM_ID_MAX 25	   /* t10_dev_id, without its NUL */
#define SIM_PROD_ID_MAX 16 /* without its NUL */
#define SIM_DEVICE_NAME_MAX 64

#endif
