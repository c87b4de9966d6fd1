; Pemasang untuk Windows: satu berkas .exe dari hasil kinerja.spec.
;
;   makensis -NOCD -DSUMBER=dist/kinerja-desktop -DVERSI=1.1.0 -DHASIL=pasang-kinerja.exe resources/pemasang/kinerja.nsi
;
; The program lies in one folder, the data of the office in another: an update replaces the first and an uninstall removes
; it; neither touches the second. Per user without an administrator, or for all users of the PC by one; in the second case
; the file «data-bersama» beside the program sends all of them to one data folder (kinerja_desktop/paths.py), which is open
; to the members of a local group of Windows and to nobody else. An older version is never put over a newer one.

Unicode true
Target amd64-unicode
ManifestDPIAware true
SetCompressor /SOLID lzma
!ifndef SUMBER | VERSI | HASIL
  !error "Sebutkan -DSUMBER=, -DVERSI= dan -DHASIL="
!endif

!define NAMA "Kinerja Desktop"
!define JENDELA "kinerja-desktop.exe"
!define ISI "_internal"
!define DATA "KinerjaDesktop"
!define KUNCI "KinerjaDesktopKunci"
!define TERPASANG "Software\Microsoft\Windows\CurrentVersion\Uninstall\KinerjaDesktop"
!define KELOMPOK "Kinerja"
!define WINDOWS_TERTUA 17763 ; Windows 10 1809

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "KinerjaDesktop"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${TERPASANG}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_FUNCTION TempatAwal
!define MULTIUSER_INSTALLMODEPAGE_TEXT_TOP "Siapa yang memakai ${NAMA} di komputer ini?"
!define MULTIUSER_INSTALLMODEPAGE_TEXT_ALLUSERS "Semua pengguna Windows di komputer ini (data kantor dipakai bersama)"
!define MULTIUSER_INSTALLMODEPAGE_TEXT_CURRENTUSER "Hanya saya (tidak memerlukan administrator)"
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh
!include WordFunc.nsh

Name "${NAMA}"
OutFile "${HASIL}"
BrandingText "${NAMA} ${VERSI}"
ShowInstDetails hide
ShowUninstDetails nevershow
VIProductVersion "${VERSI}.0"
VIAddVersionKey ProductName "${NAMA}"
VIAddVersionKey FileDescription "Pemasang ${NAMA}"
VIAddVersionKey FileVersion "${VERSI}"
VIAddVersionKey ProductVersion "${VERSI}"
VIAddVersionKey LegalCopyright ""

!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Memasang ${NAMA} ${VERSI}"
!define MUI_WELCOMEPAGE_TEXT "Pemasangan tidak memerlukan internet.$\r$\n$\r$\nJika ${NAMA} sudah terpasang, programnya diperbarui; data kantor tidak disentuh. Sebelum memperbarui, tutup ${NAMA} dan buat cadangan ke flashdisk (USB)."
!define MUI_FINISHPAGE_TITLE "${NAMA} sudah terpasang"
!define MUI_FINISHPAGE_TEXT "$Sesudahnya"
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Buka ${NAMA}"
!define MUI_FINISHPAGE_RUN_FUNCTION Buka
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Program dihapus dari komputer ini. Data kantor, cadangan dan kunci tetap ada."

Var Sesudahnya ; what the last page says
Var AkunBaru ; 1 where the account that installs came into the group just now: Windows knows it at its next log-in
Var Akun
Var Keanggotaan

!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!define MUI_DIRECTORYPAGE_TEXT_TOP "Program dipasang di folder di bawah ini. Untuk memakai folder lain, tekan Cari. Data kantor tidak disimpan di folder ini."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Folder program"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE PeriksaTempat
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_SHOW TawarkanBuka
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"

; A sentence, in a box that a silent installation answers by itself, and the end.
!macro Berhenti kalimat
  MessageBox MB_OK|MB_ICONEXCLAMATION "${kalimat}" /SD IDOK
  SetErrorLevel 3
  Quit
!macroend

; The version that stands in one hive of the registry, if any, may not be newer than this one.
!macro TolakLebihBaru hive
  ReadRegStr $7 ${hive} "${TERPASANG}" "DisplayVersion"
  ${If} $7 != ""
    ${VersionCompare} "$7" "${VERSI}" $8
    ${If} $8 == 1
      !insertmacro Berhenti "Di komputer ini sudah terpasang ${NAMA} $7, lebih baru daripada pemasang ini (${VERSI}). Versi lama tidak dipasang di atas versi baru. Belum ada yang diubah.$\r$\n$\r$\nUntuk kembali ke versi lama, baca bantuan «Memperbarui program», bagian «Kembali ke versi lama»."
    ${EndIf}
  ${EndIf}
!macroend

; $0 becomes 1 where $INSTDIR holds a letter outside ASCII: libraries that open files by name in the code page of the PC
; would not find theirs.
Function AdaHurufLain
  StrCpy $0 0
  StrCpy $1 0
  ulangi:
    StrCpy $2 $INSTDIR 1 $1
    StrCmp $2 "" selesai
    System::Call '*(&w2 r2)p.r3'
    System::Call '*$3(&i2 .r4)'
    System::Free $3
    IntOp $4 $4 & 0xFFFF
    IntOp $1 $1 + 1
    IntCmp $4 127 0 ulangi
    StrCpy $0 1
  selesai:
FunctionEnd

; Where nothing else was chosen: a folder of the user, or one on the disk of Windows if the user's name is not plain.
Function TempatAwal
  ${If} $MultiUser.InstallMode == "CurrentUser"
    ReadRegStr $5 HKCU "${TERPASANG}" "InstallLocation"
    ${If} $5 == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\KinerjaDesktop"
      Call AdaHurufLain
      ${If} $0 == 1
        StrCpy $5 $WINDIR 2
        StrCpy $INSTDIR "$5\KinerjaDesktop"
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

; $0 becomes the sentence that speaks against $INSTDIR, or nothing.
Function KeberatanTempat
  Call AdaHurufLain
  ${If} $0 == 1
    StrCpy $0 "Nama folder program memuat huruf di luar A–Z dan angka. Pilih folder lain, misalnya C:\KinerjaDesktop."
  ${ElseIf} ${FileExists} "$INSTDIR\${ISI}\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${JENDELA}"
    StrCpy $0 "Folder itu berisi program lain. Pilih folder lain, misalnya C:\KinerjaDesktop."
  ${ElseIf} ${FileExists} "$INSTDIR\kinerja.db"
    StrCpy $0 "Folder itu berisi data kantor. Program dan data harus terpisah; pilih folder lain."
  ${Else}
    StrCpy $0 ""
  ${EndIf}
FunctionEnd

Function PeriksaTempat
  Call KeberatanTempat
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$0"
    Abort
  ${EndIf}
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${WINDOWS_TERTUA}
    !insertmacro Berhenti "${NAMA} memerlukan Windows 10 versi 1809 atau lebih baru, 64 bit."
  ${EndIf}
  SetRegView 64
  !insertmacro TolakLebihBaru HKCU
  !insertmacro TolakLebihBaru HKLM
  StrCpy $6 $INSTDIR ; what «/D=» named, which the next line would overwrite
  !insertmacro MULTIUSER_INIT
  ${If} $6 != ""
    StrCpy $INSTDIR $6
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; Never with the rights of the administrator who installs: Explorer starts it as the user.
Function Buka
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${JENDELA}"'
FunctionEnd

; A program that runs holds its own file.
!macro PastikanTertutup
  ${If} ${FileExists} "$INSTDIR\${JENDELA}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${JENDELA}" a
    ${If} ${Errors}
      !insertmacro Berhenti "${NAMA} sedang terbuka, atau foldernya tidak dapat ditulis. Tutup program itu di semua pengguna Windows, lalu ulangi. Belum ada yang diubah."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; What a version put there, and nothing else: an old module beside a new one would be loaded.
!macro HapusProgram
  RMDir /r "$INSTDIR\${ISI}"
  Delete "$INSTDIR\${JENDELA}"
  Delete "$INSTDIR\kinerja.exe"
  Delete "$INSTDIR\data-bersama"
  Delete "$INSTDIR\isi-program.sha256"
!macroend

; One more line for the details of the installation: a command of Windows, its words, and its code in $0.
!macro Jalankan perintah
  DetailPrint `${perintah}`
  nsExec::ExecToLog `${perintah}`
  Pop $0
  DetailPrint "Kode: $0"
!macroend

; Where a right could not be set, nothing is installed: data that everybody opens is worse than no program.
!macro PastikanIzin apa
  ${If} $0 != 0
    !insertmacro Berhenti "${apa} (kode $0). Program belum dipasang untuk semua pengguna. Minta bantuan administrator Windows, atau pasang untuk satu pengguna saja."
  ${EndIf}
!macroend

; The group of Windows whose members share the data, with the account that installs in it: $3 becomes 1 where it is. The
; group stays when the program is removed, as the data does.
Function SiapkanKelompok
  !insertmacro Jalankan '"$SYSDIR\net.exe" localgroup ${KELOMPOK}'
  ${If} $0 != 0
    !insertmacro Jalankan '"$SYSDIR\net.exe" localgroup ${KELOMPOK} /add /comment:"Pegawai yang memakai Kinerja Desktop"'
    !insertmacro PastikanIzin "Kelompok Windows «${KELOMPOK}» tidak dapat dibuat"
  ${EndIf}
  ReadEnvStr $1 USERDOMAIN
  ReadEnvStr $2 USERNAME
  StrCpy $Akun "$1\$2"
  !insertmacro Jalankan '"$SYSDIR\net.exe" localgroup ${KELOMPOK} "$Akun" /add'
  ${If} $0 == 0
    StrCpy $AkunBaru 1
    StrCpy $3 1
    Return
  ${EndIf}
  StrCpy $5 $0
  Call SudahAnggota
  ${If} $3 == 0
    DetailPrint "Akun $Akun belum masuk kelompok ${KELOMPOK}."
    MessageBox MB_OK|MB_ICONEXCLAMATION "Akun Windows $Akun tidak dapat dimasukkan ke kelompok «${KELOMPOK}» (kode $5). Pemasangan diteruskan. Sesudahnya administrator mengetik di Prompt Perintah:$\r$\n$\r$\nnet localgroup ${KELOMPOK} $\"$Akun$\" /add" /SD IDOK
  ${EndIf}
FunctionEnd

; $3 becomes 1 where $Akun stands in the group already: «net» answers a second adding like any other fault.
Function SudahAnggota
  StrCpy $3 0
  nsExec::ExecToStack '"$SYSDIR\cmd.exe" /c ""$SYSDIR\net.exe" localgroup ${KELOMPOK} | "$SYSDIR\findstr.exe" /l /i /x /c:"$2" /c:"$1\$2""'
  Pop $0
  Pop $4
  ${If} $0 == 0
    StrCpy $3 1
  ${EndIf}
FunctionEnd

; One folder for the group alone: SYSTEM (S-1-5-18) and Administrators (S-1-5-32-544) fully, its members to change. What
; earlier installers or hands gave to Users (-545), Guests (-546), Everyone (S-1-1-0) and whoever logged in (S-1-5-11) goes.
!macro FolderBersama folder
  CreateDirectory "${folder}"
  !insertmacro Jalankan '"$SYSDIR\icacls.exe" "${folder}" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "$3\${KELOMPOK}:(OI)(CI)M"'
  !insertmacro PastikanIzin "Izin folder ${folder} tidak dapat diatur"
  !insertmacro Jalankan '"$SYSDIR\icacls.exe" "${folder}" /remove "*S-1-5-32-545" "*S-1-5-32-546" "*S-1-1-0" "*S-1-5-11"'
  !insertmacro PastikanIzin "Izin lama folder ${folder} tidak dapat dicabut"
!macroend

; Before anything of the program is put there or taken away.
Function SiapkanDataBersama
  Call SiapkanKelompok
  ${If} $AkunBaru == 1
    StrCpy $Keanggotaan "Akun $Akun baru saja dimasukkan."
  ${ElseIf} $3 == 1
    StrCpy $Keanggotaan "Akun $Akun sudah ada di dalamnya."
  ${Else}
    StrCpy $Keanggotaan "Akun $Akun belum ada di dalamnya."
  ${EndIf}
  ReadEnvStr $3 COMPUTERNAME ; a domain may have a group of the same name
  ReadEnvStr $1 ProgramData
  !insertmacro FolderBersama "$1\${DATA}"
  !insertmacro FolderBersama "$1\${KUNCI}"
  ; seven lines have room
  StrCpy $Sesudahnya "Data kantor hanya terbuka bagi kelompok Windows «${KELOMPOK}». $Keanggotaan$\r$\nUntuk akun lain, administrator mengetik di Prompt Perintah:$\r$\nnet localgroup ${KELOMPOK} nama /add$\r$\nAkun yang baru dimasukkan keluar dari Windows, lalu masuk lagi."
FunctionEnd

; Whoever came into the group just now cannot open the data before his next log-in: the program is not offered to him.
Function TawarkanBuka
  ${If} $AkunBaru == 1
    SendMessage $mui.FinishPage.Run ${BM_SETCHECK} ${BST_UNCHECKED} 0
    ShowWindow $mui.FinishPage.Run ${SW_HIDE}
  ${EndIf}
FunctionEnd

Section "${NAMA}"
  Call KeberatanTempat
  ${If} $0 != ""
    !insertmacro Berhenti "$0"
  ${EndIf}
  !insertmacro PastikanTertutup
  StrCpy $Sesudahnya "Program ada di menu Start, kelompok «${NAMA}»."
  ${If} $MultiUser.InstallMode == "AllUsers"
    Call SiapkanDataBersama
  ${EndIf}
  !insertmacro HapusProgram
  SetOutPath "$INSTDIR"
  File /r "${SUMBER}/*"
  ${If} $MultiUser.InstallMode == "AllUsers"
    FileOpen $0 "$INSTDIR\data-bersama" w
    FileWrite $0 "Data kantor dipakai bersama oleh semua pengguna Windows komputer ini.$\r$\n"
    FileClose $0
  ${EndIf}
  WriteUninstaller "$INSTDIR\hapus-kinerja-desktop.exe"
  CreateDirectory "$SMPROGRAMS\${NAMA}"
  CreateShortcut "$SMPROGRAMS\${NAMA}\${NAMA}.lnk" "$INSTDIR\${JENDELA}" "" "" "" "" "" "Pelaporan kinerja kecamatan"
  CreateShortcut "$SMPROGRAMS\${NAMA}\Hapus ${NAMA} dari komputer ini.lnk" "$INSTDIR\hapus-kinerja-desktop.exe"
  WriteRegStr SHCTX "${TERPASANG}" "DisplayName" "${NAMA}"
  WriteRegStr SHCTX "${TERPASANG}" "DisplayVersion" "${VERSI}"
  WriteRegStr SHCTX "${TERPASANG}" "DisplayIcon" "$INSTDIR\${JENDELA}"
  WriteRegStr SHCTX "${TERPASANG}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${TERPASANG}" "UninstallString" '"$INSTDIR\hapus-kinerja-desktop.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${TERPASANG}" "QuietUninstallString" '"$INSTDIR\hapus-kinerja-desktop.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${TERPASANG}" "NoModify" 1
  WriteRegDWORD SHCTX "${TERPASANG}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro PastikanTertutup
  !insertmacro HapusProgram
  Delete "$INSTDIR\hapus-kinerja-desktop.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAMA}\${NAMA}.lnk"
  Delete "$SMPROGRAMS\${NAMA}\Hapus ${NAMA} dari komputer ini.lnk"
  RMDir "$SMPROGRAMS\${NAMA}"
  DeleteRegKey SHCTX "${TERPASANG}"
SectionEnd
