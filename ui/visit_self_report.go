package ui

import "cosohoi/ui/kit"

func (c *visitChecklist) selfReportMenu(anchor *kit.Action) {}
