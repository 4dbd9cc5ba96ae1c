package app

import "sync"

// kept remembers counts that many screens ask for, until something that they count is written.
type kept[K comparable, V any] struct {
	mutex sync.Mutex
	known map[K]V
	age   int // counts the writes, so that a count begun before one is not kept after it
	// most is how many are remembered at once; more make the earlier ones forgotten. 0 is no bound.
	most int
}

// of gives what is remembered under a key, otherwise what count says.
func (k *kept[K, V]) of(key K, count func() (V, error)) (V, error) {
	k.mutex.Lock()
	known, ok := k.known[key]
	age := k.age
	k.mutex.Unlock()
	if ok {
		return known, nil
	}
	counted, err := count()
	if err != nil {
		return counted, err
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if k.age == age {
		if k.known == nil || k.most > 0 && len(k.known) >= k.most {
			k.known = map[K]V{}
		}
		k.known[key] = counted
	}
	return counted, nil
}

func (k *kept[K, V]) forget() {
	k.mutex.Lock()
	defer k.mutex.Unlock()
	k.known = nil
	k.age++
}
