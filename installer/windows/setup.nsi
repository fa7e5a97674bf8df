; Setup for one user, without administrator's rights. Compiled by build.py, which writes files.nsh and menu.nsh.
;
;   silent: setup.exe /S /D=C:\Thu muc\Che Du Lieu      (/D= last and without quotes)
;
; One language: with English beside it, an English Windows on a Vietnamese desk would get the English pages.

Unicode true
Target amd64-unicode            ; a 64-bit stub: fits Windows x64, and 64-bit Wine alone can test it
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user

!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define KEY "Software\CheDuLieu"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\CheDuLieu"

Name "Che Dữ Liệu"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\CheDuLieu"
InstallDirRegKey HKCU "${KEY}" "InstallDir"

!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\redactor-ui.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "Che Dữ Liệu"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Che Dữ Liệu"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "AGPL-3.0-or-later"

!include "${WORK}\menu.nsh"      ; macros MenuInstall, MenuRemove
!include "${WORK}\files.nsh"     ; macros FilesInstall, FilesRemove

; Tell Explorer that menus have changed.
!macro Refresh
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}      ; a 32-bit Windows does not start this at all
    ${IfNot} ${Silent}
      MessageBox MB_ICONSTOP "Cần Windows 10 trở lên."
    ${EndIf}
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "Chương trình" SecProgram
  SectionIn RO
  ; A running program would keep its files: the update would fail half-way.
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\redactor-ui.exe"
    FileOpen $0 "$INSTDIR\redactor-ui.exe" a
    ${If} ${Errors}
      ${IfNot} ${Silent}
        MessageBox MB_ICONSTOP "Che Dữ Liệu đang chạy. Hãy đóng chương trình rồi cài lại."
      ${EndIf}
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
  !insertmacro FilesInstall
  SetOutPath "$INSTDIR"
  CreateDirectory "$SMPROGRAMS"
  CreateShortCut "$SMPROGRAMS\Che Dữ Liệu.lnk" "$INSTDIR\redactor-ui.exe"
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Che Dữ Liệu"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Che Dữ Liệu"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\redactor-ui.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section "Menu chuột phải" SecMenu
  !insertmacro MenuRemove       ; an older version may have had other lines
  !insertmacro MenuInstall
  !insertmacro Refresh
SectionEnd

Section "Uninstall"
  !insertmacro MenuRemove
  !insertmacro Refresh
  !insertmacro FilesRemove      ; only files that were put there, never the folder with all that is in it
  Delete "$SMPROGRAMS\Che Dữ Liệu.lnk"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
