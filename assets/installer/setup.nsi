; The installer for Windows. makensis is given VERSION, EXE (the program), ICON, SIDE (a picture) and OUT (the installer).
;
;   CoSoHoi-Setup.exe [/S] [/ALLUSERS | /CURRENTUSER] [/D=folder]
;       /S         asks nothing; the exit code says how it went: 0 installed, 1 stopped by the user, 2 not installed
;       /ALLUSERS  for everybody on this PC, which takes administrator rights
;   go-cai-dat.exe [/S] [/DELETEDATA]
;       removes the program; the data stay unless /DELETEDATA is given

Unicode true
Target amd64-unicode
!ifdef QUICK ; for tests
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
Name "Cơ sở Hội"
OutFile "${OUT}"
BrandingText "Cơ sở Hội ${VERSION}"
InstallDir "" ; only /D= fills it before .onInit
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CoSoHoi"
!define PROGRAM "CoSoHoi.exe"
!define FRESH "CoSoHoi-moi.exe" ; the new program until it takes the place of the old one
!define UNINSTALLER "go-cai-dat.exe"
!define LINK "Cơ sở Hội.lnk"
!define FAILED 2

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include nsDialogs.nsh

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif

Var forAll     ; "1": for everybody on this PC
Var givenPlace ; the folder of /D=
Var dataPlace  ; where the data of this user are
Var choice
Var wipe       ; "1": the uninstaller removes the data too

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 ProductName "Cơ sở Hội"
VIAddVersionKey /LANG=1066 FileDescription "Bộ cài Cơ sở Hội"
VIAddVersionKey /LANG=1066 CompanyName "Cơ sở Hội"
VIAddVersionKey /LANG=1066 LegalCopyright "Giấy phép MIT"
VIAddVersionKey /LANG=1066 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1066 ProductVersion "${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
Page custom modePage modeChosen
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Đã cài xong Cơ sở Hội ${VERSION}"
!define MUI_FINISHPAGE_TEXT "Mở chương trình bằng biểu tượng “Cơ sở Hội” trên màn hình nền hoặc trong menu Bắt đầu."
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Mở chương trình ngay"
!define MUI_FINISHPAGE_RUN_FUNCTION openProgram
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.dataPage un.dataChosen
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

; stop ends the work with a sentence; what is installed already is left as it was.
!macro stop un
Function ${un}stop
  Exch $0
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP "$0"
  ${EndIf}
  SetErrorLevel ${FAILED}
  Quit
FunctionEnd
!macroend
!insertmacro stop ""
!insertmacro stop "un."

; isAdmin gives "1" when this process has administrator rights.
!macro isAdmin un
Function ${un}isAdmin
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 == "Admin"
    Push "1"
  ${Else}
    Push "0"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro isAdmin ""
!insertmacro isAdmin "un."

Function .onInit
  SetRegView 64
  SetShellVarContext current
  StrCpy $dataPlace "$LOCALAPPDATA\CoSoHoi"
  StrCpy $givenPlace $INSTDIR
  ${IfNot} ${AtLeastWin10}
    Push "Chương trình cần Windows 10 hoặc Windows 11 (64 bit)."
    Call stop
  ${EndIf}
  ${GetParameters} $1
  ReadRegStr $2 HKCU "${KEY}" "InstallLocation"
  ReadRegStr $3 HKLM "${KEY}" "InstallLocation"
  StrCpy $forAll "0"
  ${If} $2 == ""
  ${AndIf} $3 != ""
    StrCpy $forAll "1" ; an upgrade stays what the first installation was
  ${EndIf}
  ClearErrors
  ${GetOptions} $1 "/CURRENTUSER" $4
  ${IfNot} ${Errors}
    StrCpy $forAll "0"
  ${EndIf}
  ClearErrors
  ${GetOptions} $1 "/ALLUSERS" $4
  ${IfNot} ${Errors}
    StrCpy $forAll "1"
  ${EndIf}
  ${If} ${Silent}
    Call takePlace
  ${EndIf}
FunctionEnd

; takePlace settles for whom and where the program is installed.
Function takePlace
  ${If} $forAll == "1"
    Call isAdmin
    Pop $0
    ${If} $0 != "1"
      ${If} ${Silent}
        Push "Cài cho mọi người dùng cần quyền quản trị."
        Call stop
      ${EndIf}
      ClearErrors
      ExecShell "runas" "$EXEPATH" "/ALLUSERS"
      ${If} ${Errors}
        Abort ; she said no: back to the page
      ${EndIf}
      Quit
    ${EndIf}
    SetShellVarContext all
    StrCpy $INSTDIR "$PROGRAMFILES64\CoSoHoi"
  ${Else}
    SetShellVarContext current
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\CoSoHoi"
  ${EndIf}
  ReadRegStr $0 SHCTX "${KEY}" "InstallLocation"
  ${If} $0 != ""
    StrCpy $INSTDIR $0
  ${EndIf}
  ${If} $givenPlace != ""
    StrCpy $INSTDIR $givenPlace
  ${EndIf}
FunctionEnd

Function modePage
  !insertmacro MUI_HEADER_TEXT "Cài Cơ sở Hội ${VERSION}" "Chọn người dùng chương trình trên máy này."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "Chỉ cho tôi (không cần quyền quản trị)"
  Pop $1
  ${NSD_CreateRadioButton} 0 28u 100% 12u "Cho mọi người dùng máy này (cần quyền quản trị)"
  Pop $choice
  ${NSD_CreateLabel} 0 52u 100% 40u "Bản đang có được thay bằng bản mới: chương trình đang mở được đóng lại, dữ liệu được sao lưu rồi giữ nguyên. Dữ liệu của mỗi người ở $dataPlace."
  Pop $0
  ${If} $forAll == "1"
    ${NSD_Check} $choice
  ${Else}
    ${NSD_Check} $1
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:Cài đặt"
  nsDialogs::Show
FunctionEnd

Function modeChosen
  ${NSD_GetState} $choice $0
  StrCpy $forAll "0"
  ${If} $0 == ${BST_CHECKED}
    StrCpy $forAll "1"
  ${EndIf}
  Call takePlace
FunctionEnd

Function openProgram
  ; By way of Explorer, so that the program does not get the rights of the installer.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
FunctionEnd

; closeProgram has the windows of the installed program closed, and stops when one stays open.
Function closeProgram
  again:
  nsExec::ExecToStack '"$INSTDIR\${FRESH}" close'
  Pop $0
  Pop $1
  ${If} $0 != "0"
    ${IfNot} ${Silent}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Cơ sở Hội đang mở và chưa đóng được, có thể vì còn biểu mẫu chưa lưu. Hãy lưu, đóng chương trình rồi bấm Thử lại." IDRETRY again
    ${EndIf}
    Delete "$INSTDIR\${FRESH}"
    SetErrorLevel ${FAILED}
    Quit
  ${EndIf}
FunctionEnd

; backUp keeps a verified copy of this user's data, made by the program that is still installed.
Function backUp
  ${IfNot} ${FileExists} "$dataPlace\cosohoi.db"
    Return
  ${EndIf}
  ReadRegStr $1 SHCTX "${KEY}" "DisplayVersion"
  ${GetTime} "" "L" $2 $3 $4 $5 $6 $7 $8
  StrCpy $9 "$dataPlace\sao-luu\truoc-khi-cap-nhat-$1-$4$3$2-$6$7$8.db"
  CreateDirectory "$dataPlace\sao-luu"
  nsExec::ExecToStack '"$INSTDIR\${PROGRAM}" backup "$9"'
  Pop $0
  Pop $1
  ${If} $0 != "0"
    ${IfNot} ${Silent}
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Chưa sao lưu được dữ liệu ở $dataPlace trước khi cập nhật. Vẫn cài bản mới?" IDYES go
    ${EndIf}
    Delete "$INSTDIR\${FRESH}"
    SetErrorLevel ${FAILED}
    Quit
  ${EndIf}
  go:
FunctionEnd

Section
  SetOutPath "$INSTDIR"
  ClearErrors
  File "/oname=${FRESH}" "${EXE}"
  ${If} ${Errors}
    Push "Không ghi được vào thư mục $INSTDIR; hãy kiểm tra quyền ghi và dung lượng trống."
    Call stop
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    Call closeProgram
    Call backUp
    ClearErrors
    Delete "$INSTDIR\${PROGRAM}"
    ${If} ${Errors}
      Delete "$INSTDIR\${FRESH}"
      Push "Cơ sở Hội đang mở ở phiên làm việc của người khác trên máy này; hãy đóng ở đó rồi cài lại."
      Call stop
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR\${FRESH}" "$INSTDIR\${PROGRAM}"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  CreateShortcut "$SMPROGRAMS\${LINK}" "$INSTDIR\${PROGRAM}"
  CreateShortcut "$DESKTOP\${LINK}" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${KEY}" "DisplayName" "Cơ sở Hội"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "Cơ sở Hội"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext current
  StrCpy $dataPlace "$LOCALAPPDATA\CoSoHoi"
  StrCpy $wipe "0"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/DELETEDATA" $2
  ${IfNot} ${Errors}
    StrCpy $wipe "1"
  ${EndIf}
  StrCpy $forAll "0"
  ReadRegStr $0 HKLM "${KEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $forAll "1"
    Call un.isAdmin
    Pop $0
    ${If} $0 != "1"
      ${If} ${Silent}
        Push "Gỡ chương trình cài cho mọi người dùng cần quyền quản trị."
        Call un.stop
      ${EndIf}
      ExecShell "runas" "$INSTDIR\${UNINSTALLER}"
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.dataPage
  !insertmacro MUI_HEADER_TEXT "Gỡ Cơ sở Hội" "Chương trình được gỡ khỏi máy này."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 6u 100% 40u "Dữ liệu và các bản sao lưu được giữ lại ở:$\r$\n$dataPlace$\r$\nCài lại chương trình là dùng tiếp được."
  Pop $0
  ${NSD_CreateCheckbox} 0 56u 100% 12u "Xóa cả dữ liệu và bản sao lưu ở thư mục trên, không lấy lại được"
  Pop $choice
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:Gỡ bỏ"
  nsDialogs::Show
FunctionEnd

Function un.dataChosen
  ${NSD_GetState} $choice $0
  StrCpy $wipe "0"
  ${If} $0 == ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Xóa hẳn dữ liệu và mọi bản sao lưu ở $dataPlace?" IDYES sure
    Abort
    sure:
    StrCpy $wipe "1"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  again:
  nsExec::ExecToStack '"$INSTDIR\${PROGRAM}" close'
  Pop $0
  Pop $1
  ClearErrors
  Delete "$INSTDIR\${PROGRAM}"
  ${If} ${Errors}
    ${IfNot} ${Silent}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Cơ sở Hội đang mở; hãy lưu, đóng chương trình rồi bấm Thử lại." IDRETRY again
    ${EndIf}
    SetErrorLevel ${FAILED}
    Quit
  ${EndIf}
  ; What the program made for itself, which is not data: pages kept for viewing, prints, logs, the size of the window.
  RMDir /r "$LOCALAPPDATA\cache\CoSoHoi"
  RMDir "$LOCALAPPDATA\cache"
  RMDir /r "$APPDATA\fyne\vn.org.hoilhpn.cosohoi"
  RMDir "$APPDATA\fyne"
  RMDir /r "$LOCALAPPDATA\fyne\vn.org.hoilhpn.cosohoi"
  RMDir "$LOCALAPPDATA\fyne"
  Delete "$dataPlace\nhat-ky.txt"
  Delete "$dataPlace\nhat-ky-truoc.txt"
  Delete "$dataPlace\su-co.txt"
  Delete "$dataPlace\*.lock"
  ${If} $wipe == "1"
    RMDir /r "$dataPlace"
  ${Else}
    RMDir "$dataPlace" ; goes only when it is empty
  ${EndIf}
  ${If} $forAll == "1"
    SetShellVarContext all
  ${EndIf}
  Delete "$SMPROGRAMS\${LINK}"
  Delete "$DESKTOP\${LINK}"
  DeleteRegKey SHCTX "${KEY}"
  Delete "$INSTDIR\opengl32.dll" ; of Mesa, where somebody put it
  Delete "$INSTDIR\libgallium_wgl.dll"
  Delete "$INSTDIR\${UNINSTALLER}"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
SectionEnd
