// Checks a proof file with code that is not ours: Go's golang.org/x/mod/sumdb, which the Go command itself trusts.
// Reads the file from standard input; exits with 1 and says why if any record is not proven. With the paths of an
// earlier checkpoint and of what shows that the log grew from it, checks these with the keys of the file too.
package main

import (
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type record struct {
	Content json.RawMessage `json:"content"`
	Sha256  string          `json:"sha256"`
	Proof   string          `json:"proof"`
}

type file struct {
	Origin     string                             `json:"origin"`
	Keys       []string                           `json:"keys"`
	Witnesses  []string                           `json:"witnesses"`
	Records    []record                           `json:"records"`
	Statements []struct{ Sha256, Content string } `json:"statements"`
}

func fail(format string, values ...interface{}) {
	fmt.Printf(format+"\n", values...)
	os.Exit(1)
}

// RFC 8785 JSON of what holds only strings, whole numbers and null: Go writes its keys in order too.
func canonical(content json.RawMessage) []byte {
	decoder := json.NewDecoder(strings.NewReader(string(content)))
	decoder.UseNumber()
	var value interface{}
	if err := decoder.Decode(&value); err != nil {
		fail("no JSON: %v", err)
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		fail("cannot be written: %v", err)
	}
	return []byte(strings.TrimSuffix(out.String(), "\n"))
}

// A witness, whose cosignatures have their time before them (c2sp.org/tlog-cosignature).
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(signature))
	return ed25519.Verify(w.key, append([]byte(head), text...), signature[8:])
}

func newWitness(vkey string) witness {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		fail("no key of a witness: %s", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		fail("no key of a witness: %s", vkey)
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	if hex.EncodeToString(sum[:4]) != parts[1] {
		fail("the id of a witness is another")
	}
	return witness{parts[0], binary.BigEndian.Uint32(sum[:4]), key[1:]}
}

// A checkpoint that is signed for, and how many others than the log signed it.
type checkpoint struct {
	size        int64
	root        tlog.Hash
	cosignature int
}

func open(signed string, verifiers note.Verifiers, origin string) checkpoint {
	opened, err := note.Open([]byte(signed), verifiers)
	if err != nil {
		fail("the checkpoint is not signed: %v", err)
	}
	var logs, others int
	for _, each := range opened.Sigs {
		if each.Name == origin {
			logs++
		} else {
			others++
		}
	}
	if logs == 0 {
		fail("the log has not signed it")
	}
	text := strings.Split(opened.Text, "\n")
	if text[0] != origin {
		fail("the origin is another")
	}
	size, _ := strconv.ParseInt(text[1], 10, 64)
	root, _ := base64.StdEncoding.DecodeString(text[2])
	var hash tlog.Hash
	copy(hash[:], root)
	return checkpoint{size, hash, others}
}

// Reads what stands before a checkpoint: a number behind a word, and hashes.
func readPath(head, word string) (int64, []tlog.Hash) {
	lines := bufio.NewScanner(strings.NewReader(head))
	number := int64(-1)
	var path []tlog.Hash
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "c2sp.org/") {
			continue
		}
		if strings.HasPrefix(line, word+" ") {
			number, _ = strconv.ParseInt(line[len(word)+1:], 10, 64)
			continue
		}
		bytes, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(bytes) != 32 {
			fail("the path is none: %v", err)
		}
		var hash tlog.Hash
		copy(hash[:], bytes)
		path = append(path, hash)
	}
	return number, path
}

func halves(text string) (string, string) {
	parts := strings.SplitN(text, "\n\n", 2)
	if len(parts) != 2 {
		fail("there is no checkpoint")
	}
	return parts[0], parts[1]
}

func check(each record, verifiers note.Verifiers, origin string) int {
	entry := canonical(each.Content)
	sum := sha256.Sum256(entry)
	if hex.EncodeToString(sum[:]) != each.Sha256 {
		fail("the hash is another")
	}
	head, signed := halves(each.Proof)
	index, path := readPath(head, "index")
	log := open(signed, verifiers, origin)
	err := tlog.CheckRecord(path, log.size, log.root, index, tlog.RecordHash(entry))
	if err != nil {
		fail("the record is not in the log: %v", err)
	}
	return log.cosignature
}

func checkGrowth(earlier, growth string, verifiers note.Verifiers, origin string) {
	before := open(earlier, verifiers, origin)
	head, signed := halves(growth)
	old, path := readPath(head, "old")
	after := open(signed, verifiers, origin)
	if old != before.size {
		fail("the growth is from another checkpoint")
	}
	if err := tlog.CheckTree(path, after.size, after.root, before.size, before.root); err != nil {
		fail("the log has not only grown: %v", err)
	}
	fmt.Printf("grown from %d to %d\n", before.size, after.size)
}

func readFile(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		fail("no file: %v", err)
	}
	return string(text)
}

func main() {
	text, _ := io.ReadAll(os.Stdin)
	var proof file
	if err := json.Unmarshal(text, &proof); err != nil || len(proof.Records) == 0 {
		fail("no proof file: %v", err)
	}
	var known []note.Verifier
	for _, key := range proof.Keys {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			fail("no key: %v", err)
		}
		known = append(known, verifier)
	}
	for _, key := range proof.Witnesses {
		known = append(known, newWitness(key))
	}
	verifiers := note.VerifierList(known...)
	cosignatures := 0
	for _, each := range proof.Records {
		cosignatures += check(each, verifiers, proof.Origin)
	}
	for _, statement := range proof.Statements {
		sum := sha256.Sum256([]byte(statement.Content))
		if hex.EncodeToString(sum[:]) != statement.Sha256 {
			fail("what was shown is something else")
		}
	}
	fmt.Printf("%d records, %d statements, %d cosignatures\n", len(proof.Records), len(proof.Statements), cosignatures)
	if len(os.Args) == 3 {
		checkGrowth(readFile(os.Args[1]), readFile(os.Args[2]), verifiers, proof.Origin)
	}
}
