//go:build window && wine

package window

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWindowsSignature signs a program with a self-made certificate, as the makefile does when it is given one.
func TestWindowsSignature(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	program := in("typist.exe")
	compile(t, program, "testdata/typist.c", "-municode")
	unsigned, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(in("mật khẩu"), []byte("bí mật"), 0o600); err != nil {
		t.Fatal(err)
	}
	tool := func(env []string, args ...string) string {
		t.Helper()
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Env = append(os.Environ(), env...)
		said, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, said)
		}
		return string(said)
	}
	const sign = "../../assets/installer/sign.sh"
	tool([]string{"SIGN_PFX="}, sign, program)
	if left, err := os.ReadFile(program); err != nil || !bytes.Equal(left, unsigned) {
		t.Errorf("without a certificate the program changed; %v", err)
	}
	tool(nil, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", in("khoa.pem"), "-out", in("chung-thu.pem"),
		"-subj", "/CN=Thu nghiem", "-addext", "extendedKeyUsage=codeSigning")
	tool(nil, "openssl", "pkcs12", "-export", "-inkey", in("khoa.pem"), "-in", in("chung-thu.pem"), "-out", in("chung-thu.pfx"), "-passout", "file:"+in("mật khẩu"))
	tool([]string{"SIGN_PFX=" + in("chung-thu.pfx"), "SIGN_PASS=" + in("mật khẩu")}, sign, program)
	if said := tool(nil, "osslsigncode", "verify", "-CAfile", in("chung-thu.pem"), program); !strings.Contains(said, "Signature verification: ok") {
		t.Errorf("the signature is not good:\n%s", said)
	}
}
