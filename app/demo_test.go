package app

import "testing"

func TestDemoQuick(t *testing.T) { demoOffice(t) }
