Of what an unknown attribute is none, in a sentence.
--- file a.conf
novelty 1
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		novelty 1
		GROUP g {
			INITIATOR iqn.2026-11.com.example:i {
				novelty 1
			}
		}
	}
}
ALUA {
	novelty 1
}
--- run
lunward check a.conf
--- stdout
a.conf: ok
--- stderr
a.conf:1:1: warning: "novelty" is no attribute of SCST that is known here
a.conf:4:3: warning: "novelty" is no attribute of a target that is known here
a.conf:7:5: warning: "novelty" is no attribute of an initiator that is known here
a.conf:13:2: warning: "novelty" is no attribute of ALUA that is known here
lunward: 4 warnings
