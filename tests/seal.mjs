// Seals what it reads with the passphrase that it is given, as My pages does, but so that each try is quick.

import { readFileSync, writeSync } from "node:fs";
import { Encrypter } from "age-encryption";

const encrypter = new Encrypter();
encrypter.setPassphrase(process.argv[2]);
encrypter.setScryptWorkFactor(1);
writeSync(1, await encrypter.encrypt(readFileSync(0)));
