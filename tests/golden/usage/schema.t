A kind is found by its name, and by the keyword that declares it, however that is spelled; several kinds may share one.
--- run
lunward schema scst lun >1; lunward schema scst Group >2
head -n 2 1 2
lunward schema scst tg_TARGET | head -n 1
--- stdout
==> 1 <==
lun: device at a number, for initiators
  LUN within iscsi_target, local_target, qla_target, srpt_target, fc_target, other_target, group

==> 2 <==
group: LUNs of its own for the initiators in it; the first group made that matches counts
  GROUP within iscsi_target, local_target, qla_target, srpt_target, fc_target, other_target
tg_target: target port of the group, of this node or another
--- run
# by name: one kind; by keyword: all that it declares
for word in LUN Lun DEVICE_GROUP target_driver; do
	lunward schema scst $word | grep -e '^  [A-Z_]* within'
	lunward schema scst $word -o json | grep -e '"keyword"'
done
lunward schema lio target | grep -c within; lunward schema lio TARGET | grep -c within
--- stdout
  LUN within iscsi_target, local_target, qla_target, srpt_target, fc_target, other_target, group
  LUN within cm_target
          "keyword": "LUN",
          "keyword": "LUN",
  LUN within iscsi_target, local_target, qla_target, srpt_target, fc_target, other_target, group
  LUN within cm_target
          "keyword": "LUN",
          "keyword": "LUN",
  DEVICE_GROUP within root
          "keyword": "DEVICE_GROUP",
  TARGET_DRIVER within root
  TARGET_DRIVER within root
  TARGET_DRIVER within root
  TARGET_DRIVER within root
  TARGET_DRIVER within root
  TARGET_DRIVER within root
  TARGET_DRIVER within root
          "keyword": "TARGET_DRIVER",
          "keyword": "TARGET_DRIVER",
          "keyword": "TARGET_DRIVER",
          "keyword": "TARGET_DRIVER",
          "keyword": "TARGET_DRIVER",
          "keyword": "TARGET_DRIVER",
          "keyword": "TARGET_DRIVER",
1
3
--- run
# no table without rows
lunward schema scst device_group; lunward schema scst session
--- stdout
device_group: devices that share their ALUA states
  DEVICE_GROUP within root
  holds dg_device, target_group

It has no attributes.
session: initiator that is logged in
  within iscsi_target, cm_target, local_target, qla_target, srpt_target, fc_target, other_target

It has no attributes that can be configured; --verbose lists what the kernel tells.
