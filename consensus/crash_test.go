package consensus_test

const childHome = "TRIDENT_TEST_CHILD_HOME"

func runChild() int { return 0 }
