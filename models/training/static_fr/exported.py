"""The exported folder, read and run as transformers.js does: the same files, onnxruntime in Python."""
import json
import os

import numpy as np
import onnxruntime as ort

from .vocabulary import WordPiece


class ExportedModel:
    def __init__(self, folder):
        with open(os.path.join(folder, 'tokenizer.json'), encoding='utf-8') as f:
            vocab = json.load(f)['model']['vocab']
        self.tokenizer = WordPiece(sorted(vocab, key=vocab.get))
        o = ort.SessionOptions()
        o.intra_op_num_threads = 1
        self.session = ort.InferenceSession(os.path.join(folder, 'onnx', 'model_quantized.onnx'), o)

    def encode(self, texts, batch=64):
        ids = [self.tokenizer.encode(t) or [0] for t in texts]
        order = np.argsort([len(x) for x in ids], kind='stable')
        out = None
        for b in range(0, len(order), batch):
            part = order[b:b + batch]
            n = max(len(ids[i]) for i in part)
            x = np.zeros((len(part), n), np.int64)
            for r, i in enumerate(part):
                x[r, :len(ids[i])] = ids[i]
            mask = (np.arange(n) < np.array([len(ids[i]) for i in part])[:, None]).astype(np.int64)
            v = self.session.run(['sentence_embedding'], {'input_ids': x, 'attention_mask': mask})[0]
            out = np.zeros((len(texts), v.shape[1]), np.float32) if out is None else out
            out[part] = v
        return out
